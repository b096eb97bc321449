import { z } from 'zod';
import { wholeNumber } from './wording.js';

/** The scalar forms that every message shares. */
export const id = z.uuid().describe('UUIDv7');
export const instant = z.iso.datetime().describe('UTC instant, RFC 3339 with Z');
export const instantWithOffset = z.iso.datetime({ offset: true }).describe('Instant, RFC 3339');
const ofTheYears = (first: number, last: number): [(value: string) => boolean, { error: string }] => [
  (value) => {
    const year = /^(\d{4})-/.exec(value)?.[1];
    return year === undefined || (Number(year) >= first && Number(year) <= last);
  },
  { error: `must be of the years ${first} to ${last}` },
];
const WORKED_IN = ofTheYears(1900, 2199);
/** A moment of a time in which people are at work. */
export const workedInstant = instantWithOffset.refine(...WORKED_IN);
/** What a clock may show: computers count from 1970 on, and a clock that was not set shows that. */
export const clockInstant = instantWithOffset.refine(...ofTheYears(1970, 2089));
export const text = (max: number) => storable(z.string().trim().min(1).max(max));
/** What Postgres keeps as it is: no NUL, no half of a surrogate pair. */
export const storable = (schema: z.ZodString) =>
  schema
    .refine((value) => !value.includes('\0'), { error: 'must not contain NUL characters' })
    .refine((value) => !LONE_SURROGATE.test(value), { error: 'must be well-formed Unicode' });
const LONE_SURROGATE = /\p{Surrogate}/u;
/** A name on one line: line breaks and runs of spaces become one space; what cannot be seen is refused. */
export const oneLine = (max: number) =>
  z
    .string()
    .transform((value) => value.replace(/\s+/g, ' '))
    .pipe(
      text(max).refine((value) => !/\p{Cc}/u.test(value), { error: 'must not contain control characters' }),
    );
/** A moment, or a whole day by its UTC date. */
export const momentOrDate = z.union([instantWithOffset, z.iso.date()], {
  error: 'must be a date such as 2026-03-01, or a moment such as 2026-03-01T09:00:00Z',
});
export const flag = z.stringbool();

const MAX_PAGE = 500;

/** `?limit=&cursor=`: the page that a list answers. */
export const pageQuery = z.object({
  limit: wholeNumber(1, MAX_PAGE).default(50),
  cursor: z.string().max(200).optional().describe('The nextCursor of the page before.'),
});
export type PageQuery = z.infer<typeof pageQuery>;

export const pageOf = <T extends z.ZodType>(item: T, name: string) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable() }).meta({ id: name });

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** Path parameter of most routes. */
export const idParam = z.object({ id });
export type IdParam = z.infer<typeof idParam>;

/** `HH:MM` on the clock of a site, 00:00 to 23:59. */
export const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'must be a time such as 09:00' })
  .describe('HH:MM on the clock of the site.');
/** A day of the calendar of a site. */
export const localDate = z.iso
  .date()
  .refine(...WORKED_IN)
  .describe('YYYY-MM-DD on the calendar of the site.');
/** A month of the calendar. */
export const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2026-03' })
  .refine(...WORKED_IN);
/** ISO 8601: 1 is Monday, 7 is Sunday. */
export const weekdays = z
  .array(z.int().min(1).max(7))
  .min(1)
  .max(7)
  .transform((days) => [...new Set(days)].sort())
  .describe('ISO 8601: 1 is Monday, 7 is Sunday.');

/**
 * Takes what may be changed, lets pass what can be read beside it (some send back what they have read), and refuses the
 * rest: a misspelt field would seem to be taken.
 */
export function changesOf<Shape extends z.ZodRawShape>(
  changes: Shape,
  read: z.ZodRawShape,
): z.ZodObject<{ [Field in keyof Shape]: z.ZodOptional<Shape[Field]> }> {
  const onlyRead = z
    .unknown()
    .transform(() => undefined)
    .describe('As it was read: it changes nothing.');
  const others = Object.keys(read).filter((field) => !(field in changes));
  const fields = { ...Object.fromEntries(others.map((field) => [field, onlyRead])), ...changes };
  return z.strictObject(fields).partial();
}
