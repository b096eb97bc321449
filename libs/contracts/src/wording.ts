import { z } from 'zod';

/** What zod tells of a value that does not fit, as far as the words need it. */
interface Issue {
  readonly input?: unknown;
  readonly expected?: string;
  readonly format?: string;
  readonly origin?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly inclusive?: boolean;
  readonly values?: readonly unknown[];
}

const KINDS: Partial<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const FORMATS: Partial<Record<string, string>> = {
  uuid: 'must be an id, a UUID',
  email: 'must be an e-mail address',
  datetime: 'must be a moment such as 2026-03-01T09:00:00Z',
  date: 'must be a date such as 2026-03-01',
};

const UNITS: Partial<Record<string, string>> = { string: 'characters', array: 'entries' };

function wrongType({ input, expected = 'value' }: Issue): string {
  if (input === undefined) return 'is missing';
  return `must be ${KINDS[expected] ?? `a ${expected}`}`;
}

function tooSmall({ origin = '', minimum = 0, inclusive }: Issue): string {
  const unit = UNITS[origin];
  if (unit) return minimum === 1 ? 'must not be empty' : `must have at least ${minimum} ${unit}`;
  return inclusive === false ? `must be more than ${minimum}` : `must be at least ${minimum}`;
}

function tooBig({ origin = '', maximum = 0, inclusive }: Issue): string {
  const unit = UNITS[origin];
  if (unit) return `must have at most ${maximum} ${unit}`;
  return inclusive === false ? `must be less than ${maximum}` : `must be at most ${maximum}`;
}

function wrongValue({ values = [], expected }: Issue): string {
  if (expected === 'stringbool') return 'must be true or false';
  const known = values.map(String);
  return known.length === 1 ? `must be ${known[0]}` : `must be one of ${known.join(', ')}`;
}

/** In words that go on from the name of a field: `PORT must be a whole number`, `name: is missing`. */
const WORDS: Partial<Record<string, (issue: Issue) => string | undefined>> = {
  invalid_type: wrongType,
  too_small: tooSmall,
  too_big: tooBig,
  invalid_value: wrongValue,
  invalid_format: ({ format = '' }) => FORMATS[format],
};

// In one place for everything that is read by a schema, on the server and in the browser. What a schema says itself wins.
z.config({ customError: (issue) => WORDS[issue.code]?.(issue as Issue) });

/** A whole number that came as text: a setting, or part of an address. */
export const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};
