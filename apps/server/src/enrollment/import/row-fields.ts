import { momentOrDate, personCreate, text } from '@rollcall/contracts';
import { photoNames, type RosterLine } from '@rollcall/roster';
import { z } from 'zod';
import type { ImportRow } from './import-row.entity.js';
import { isAhead } from '../../platform/clock/ahead.js';
import { CONSENT_IN_FUTURE, type Reason } from './reason.js';

const MAX_PHOTOS = 100;
const DAY_LENGTH = 'YYYY-MM-DD'.length;
const EASTMOST_MS = 14 * 3_600_000;

const cells = z
  .object({
    employeeNo: personCreate.shape.employeeNo,
    name: personCreate.shape.name,
    email: z.email().max(254).optional(),
    department: text(200).optional(),
    site: text(200).optional(),
    consentVersion: text(60).optional(),
    consentGivenAt: momentOrDate.optional(),
  })
  .refine((row) => (row.consentVersion === undefined) === (row.consentGivenAt === undefined), {
    path: ['consentGivenAt'],
    error: 'and consentVersion belong together: fill in both or neither',
  });

const HINTS: Record<string, string> = {
  consentGivenAt: 'must be a date such as 2026-03-01, or a moment such as 2026-03-01T09:00:00Z',
  email: 'is no e-mail address',
};

export type JudgedRow = Pick<ImportRow, 'employeeNo' | 'name' | 'fields'> & { readonly reason?: Reason };

/** What a line says, by the rules of the API; with a reason where it breaks one of them. */
export function judgeRow(line: RosterLine, now: Date): JudgedRow {
  const { employeeNo = null, name = null, photos } = line.cells;
  const parsed = cells.safeParse(line.cells);
  const fault = line.fault ?? faultOf(parsed.error) ?? tooMany(photoNames(photos).length);
  if (fault !== undefined || !parsed.success) {
    const shown = { employeeNo: kept(employeeNo), name: kept(name) };
    return { ...shown, fields: {}, reason: { code: 'ROW_INVALID', detail: fault! } };
  }
  const { email, department, site, consentVersion, consentGivenAt } = parsed.data;
  const given = consentGivenAt === undefined ? undefined : consentMoment(consentGivenAt, now);
  if (given === null) return { ...parsed.data, fields: {}, reason: CONSENT_IN_FUTURE };
  const consent = consentVersion !== undefined &&
    given !== undefined && { documentVersion: consentVersion, givenAt: given.toISOString() };
  const fields = { ...(email && { email }), ...(department && { department }), ...(site && { site }) };
  return {
    employeeNo: parsed.data.employeeNo,
    name: parsed.data.name,
    fields: { ...fields, ...(consent && { consent }) },
  };
}

/** A day begins in the east up to 14 hours before it does in UTC: today's date there is no date in the future. */
function consentMoment(given: string, now: Date): Date | null {
  const moment = new Date(given);
  const isDay = given.length === DAY_LENGTH;
  if (isDay && moment > now && moment.getTime() - now.getTime() <= EASTMOST_MS) return now;
  return isAhead(moment, now) ? null : moment;
}

/** Of a line that is refused, what is shown. */
const kept = (cell: string | null) => cell && [...cell].slice(0, 200).join('');

function faultOf(error: z.ZodError | undefined): string | undefined {
  if (!error) return undefined;
  const faults = error.issues.map(({ path, code, message }) => {
    const column = String(path[0]);
    if (code === 'invalid_type') return `${column} is empty`;
    return `${column} ${(code !== 'custom' && HINTS[column]) || message}`;
  });
  return `${[...new Set(faults)].join('; ')}.`;
}

const tooMany = (photos: number) =>
  photos > MAX_PHOTOS
    ? `photos names ${photos} files; at most ${MAX_PHOTOS} are taken of one person.`
    : undefined;
