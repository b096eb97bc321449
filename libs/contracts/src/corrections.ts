import { z } from 'zod';
import { attendanceDay } from './attendance-days.js';
import { requestStatus } from './leaves.js';
import { clockTime, id, instant, instantWithOffset, localDate, pageOf, text } from './wire.js';

const moment = z
  .union([clockTime, instantWithOffset], { error: 'must be a time such as 09:00, or an instant' })
  .describe('HH:MM on the clock of the site (an OUT not after the IN is on the next day), or an instant.');

export const correction = z
  .object({
    id,
    personId: id,
    date: localDate,
    in: instant.nullable(),
    out: instant.nullable(),
    reason: z.string(),
    status: requestStatus,
    requestedBy: z.string(),
    decidedBy: z.string().nullable(),
    note: z.string().nullable(),
    before: attendanceDay.nullable().describe('The day as it was when this was asked for.'),
    createdAt: instant,
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof correction>;
export const correctionCreate = z
  .object({ personId: id, date: localDate, in: moment.nullish(), out: moment.nullish(), reason: text(500) })
  .refine((fields) => fields.in || fields.out, { error: 'an IN, an OUT or both', path: ['in'] })
  .meta({ id: 'CorrectionCreate' });
export type CorrectionCreate = z.infer<typeof correctionCreate>;
export const correctionPage = pageOf(correction, 'CorrectionPage');
