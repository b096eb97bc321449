import { z } from 'zod';
import { id, localDate, pageOf } from './wire.js';
import { personQuery } from './people.js';

/** Who says what somebody works: the person's own assignments, those of the department, or the usual shift. */
export const rosterLevel = z.enum(['own', 'department', 'usual']);
export type RosterLevel = z.infer<typeof rosterLevel>;

export const rosterDay = z
  .object({
    date: localDate,
    shiftIds: z.array(id).describe('None on a day off.'),
    level: rosterLevel.nullable().describe('Null: nothing is said about this person.'),
    holiday: z.string().nullable(),
    leave: z.enum(['full', 'part']).nullable().describe('Approved leave.'),
  })
  .meta({ id: 'RosterDay' });
export type RosterDay = z.infer<typeof rosterDay>;

/** What somebody is meant to do, day by day, also in days to come. */
export const rosterRow = z
  .object({
    person: z.object({ id, name: z.string(), employeeNo: z.string() }),
    departmentId: id.nullable(),
    days: z.array(rosterDay),
  })
  .meta({ id: 'RosterRow' });
export type RosterRow = z.infer<typeof rosterRow>;
export const rosterQuery = personQuery
  .omit({ status: true })
  .extend({ from: localDate, to: localDate })
  .refine(({ from, to }) => to >= from, { error: 'must not be before `from`', path: ['to'] })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) < 62 * 86_400_000, {
    error: 'at most 62 days at a time',
    path: ['to'],
  });
export type RosterQuery = z.infer<typeof rosterQuery>;
export const rosterPage = pageOf(rosterRow, 'RosterPage');
