import { z } from 'zod';
import { instant, month } from './wire.js';

export const monthParam = z.object({ month });
export type MonthParam = z.infer<typeof monthParam>;

export const attendancePeriod = z
  .object({
    month,
    locked: z.boolean(),
    lockedAt: instant.nullable(),
    lockedBy: z.string().nullable(),
    days: z.int().describe('Days that somebody worked, or was meant to.'),
    toReview: z.int().describe('Days with something that somebody should look at before they are paid.'),
    openRequests: z.int().describe('Corrections and leaves that nobody has decided.'),
    lateEvents: z.int().describe('Days that something changed after they were locked.'),
  })
  .meta({ id: 'AttendancePeriod' });
export type AttendancePeriod = z.infer<typeof attendancePeriod>;
export const attendancePeriods = z
  .object({ items: z.array(attendancePeriod), nextCursor: z.null() })
  .meta({ id: 'AttendancePeriods' });
export const unlockReason = z
  .object({ reason: z.string().trim().min(1).max(500) })
  .meta({ id: 'UnlockReason' });
export type UnlockReason = z.infer<typeof unlockReason>;
