import { z } from 'zod';
import { attendanceDay } from './attendance-days.js';
import { direction } from './devices.js';
import { shift, shiftCreate } from './shifts.js';
import { id, instant, localDate } from './wire.js';

const stretch = z.object({ from: instant, to: instant }).meta({ id: 'Stretch' });
export type Stretch = z.infer<typeof stretch>;

/** A shift as it lay on a day. */
export const plannedShift = z
  .object({
    shift: shift.describe('As it read on that day.'),
    opens: instant.describe('From here on a punch belongs to it.'),
    start: instant,
    end: instant,
    closes: instant.describe('From here on no punch belongs to it.'),
    core: stretch.nullable().describe('Of a flexible shift with core hours.'),
    breaks: z.array(stretch).describe('Breaks at fixed times.'),
  })
  .meta({ id: 'PlannedShift' });
export type PlannedShift = z.infer<typeof plannedShift>;

/** A day and what made it what it is. */
export const dayAccount = z
  .object({
    day: attendanceDay,
    plan: z.array(plannedShift).describe('None on a day off, or where no shift is known.'),
    presence: z.array(stretch).describe('When somebody was there, as far as it counts.'),
    holiday: z.string().nullable(),
    overtimeApproved: z.boolean(),
    unlocked: attendanceDay
      .nullable()
      .describe('Of a day of a locked month: what would be made of it now. Else null.'),
  })
  .meta({ id: 'DayAccount' });
export type DayAccount = z.infer<typeof dayAccount>;
export const dayParam = z.object({ personId: id, date: localDate });
export type DayParam = z.infer<typeof dayParam>;

/** A shift that is tried before anybody works it: what would such a day be? */
export const shiftTry = shiftCreate
  .omit({ name: true })
  .extend({
    punches: z
      .array(
        z.object({
          minute: z
            .int()
            .min(-1440)
            .max(4320)
            .describe('Minutes after midnight of the day of the shift; from 1440 on, on the next day.'),
          direction: direction.nullish().describe('Null: of a kiosk for both ways.'),
        }),
      )
      .max(20),
  })
  .meta({ id: 'ShiftTry' });
export type ShiftTry = z.infer<typeof shiftTry>;
