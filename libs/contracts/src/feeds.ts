import { z } from 'zod';
import { dayStatus } from './attendance-days.js';
import { inOrder } from './reports.js';
import { id, instant, localDate, pageOf, pageQuery } from './wire.js';

/** A calendar that a person may subscribe to. Its address is told once, and is all that one needs to read it. */
export const shiftFeed = z
  .object({ personId: id, path: z.string().describe('Beneath the address of the server.') })
  .meta({ id: 'ShiftFeed' });
export type ShiftFeed = z.infer<typeof shiftFeed>;
export const shiftFeedState = z
  .object({ personId: id, createdAt: instant.nullable().describe('null where there is none.') })
  .meta({ id: 'ShiftFeedState' });
export type ShiftFeedState = z.infer<typeof shiftFeedState>;
export const shiftFeedParam = z.object({ token: z.string().max(100) });
export type ShiftFeedParam = z.infer<typeof shiftFeedParam>;

const minutes = z.int().min(0);

/** A person's day, as a payroll system takes it. */
export const payrollDay = z
  .object({
    id: z.string().describe('Of this person and day; the same whenever it is asked for.'),
    personId: id,
    employeeNo: z.string(),
    departmentId: id.nullable(),
    siteId: id.nullable(),
    date: localDate,
    status: dayStatus,
    dueMinutes: minutes,
    workedMinutes: minutes,
    regularMinutes: minutes.describe(
      'Work that is no overtime, also what is beyond the due: under the threshold of overtime, or left over by its rounding.',
    ),
    overtimeMinutes: minutes,
    overtimeWaitingMinutes: minutes.describe('Waits for approval: in neither of the two.'),
    leaveMinutes: minutes,
    leaveDays: z.number().describe('By whole days and halves: 0, 0.5 or 1.'),
    breakMinutes: minutes,
    lateMinutes: minutes,
    earlyMinutes: minutes,
    locked: z.boolean().describe('Its month is locked: it does not change any more.'),
  })
  .meta({ id: 'PayrollDay' });
export type PayrollDay = z.infer<typeof payrollDay>;
export const payrollFeed = pageOf(payrollDay, 'PayrollFeed');
export const payrollFeedQuery = inOrder(
  pageQuery.extend({
    from: localDate,
    to: localDate,
    personId: id.optional(),
    departmentId: id.optional(),
    siteId: id.optional(),
  }),
);
export type PayrollFeedQuery = z.infer<typeof payrollFeedQuery>;
