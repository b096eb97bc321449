import { z } from 'zod';

/** A broken form in words that go on from the name of a field: `PORT must be a whole number`, `name: is missing`. */
type Issue = z.core.$ZodRawIssue;

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

function wrongType({ input, expected }: Issue & { expected?: string }): string {
  if (input === undefined) return 'is missing';
  return `must be ${KINDS[expected!] ?? `a ${expected}`}`;
}

function tooSmall({ origin, minimum, inclusive }: Issue & { [key: string]: unknown }): string {
  const unit = UNITS[String(origin)];
  if (unit) return minimum === 1 ? 'must not be empty' : `must have at least ${minimum} ${unit}`;
  return inclusive === false ? `must be more than ${minimum}` : `must be at least ${minimum}`;
}

function tooBig({ origin, maximum, inclusive }: Issue & { [key: string]: unknown }): string {
  const unit = UNITS[String(origin)];
  if (unit) return `must have at most ${maximum} ${unit}`;
  return inclusive === false ? `must be less than ${maximum}` : `must be at most ${maximum}`;
}

function wrongValue({ values, expected }: Issue & { values?: unknown[]; expected?: string }): string {
  if (expected === 'stringbool') return 'must be true or false';
  const known = (values ?? []).map(String);
  return known.length === 1 ? `must be ${known[0]}` : `must be one of ${known.join(', ')}`;
}

function words(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue);
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'invalid_value':
      return wrongValue(issue);
    case 'invalid_format':
      return FORMATS[String(issue['format'])];
    default:
      return undefined;
  }
}

// In one place for everything that is read by a schema, on the server and in the browser. What a schema says itself wins.
z.config({ customError: words });

/** A whole number that came as text: a setting, or part of an address. */
export const wholeNumber = (min: number, max: number) => {
  const error = `must be a whole number from ${min} to ${max}`;
  return z.coerce.number({ error }).int({ error }).min(min, { error }).max(max, { error });
};
