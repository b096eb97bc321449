import { z } from 'zod';
import { clockTime, id, instant, localDate, pageOf, text } from './wire.js';

const DAY = 1440;
const minutes = z.int().min(0).max(DAY);

const span = z.object({ start: clockTime, end: clockTime });

/** When a break is taken out of the time at work. */
export const breakRule = z
  .enum(['deducted', 'fixed', 'punched'])
  .describe(
    'deducted: breakMinutes, once the presence exceeds breakAfterMinutes, less what was punched. fixed: the hours of ' +
      'breakWindows. punched: only what was punched; breakMinutes of the shift are not due as work.',
  );
export type BreakRuleKind = z.infer<typeof breakRule>;

export const pairing = z
  .enum(['first-last', 'every-pair'])
  .describe(
    'first-last: from the first IN to the last OUT, less the pauses where breakRule is punched. every-pair: from each IN to its OUT.',
  );

const rules = {
  kind: z
    .enum(['fixed', 'flexible'])
    .describe('flexible: whoever is there in the core hours is neither late nor early.'),
  start: clockTime,
  end: clockTime.describe('Not after `start`: it is on the next day.'),
  coreStart: clockTime.nullable().describe('Of a flexible shift.'),
  coreEnd: clockTime.nullable(),
  dueMinutes: minutes
    .nullable()
    .describe('Of a flexible shift: minutes of work due. Null: its hours less the break.'),
  breakRule,
  breakMinutes: minutes,
  breakAfterMinutes: minutes.describe('Presence that has no break yet.'),
  secondBreakMinutes: minutes.describe('The whole break of a long day; 0: there is no second step.'),
  secondBreakAfterMinutes: minutes,
  breakWindows: z.array(span).max(6).describe('With the rule fixed.'),
  graceInMinutes: minutes.describe('Coming later than this is late, by all of it.'),
  graceOutMinutes: minutes,
  halfDayMinutes: minutes.describe('Less work makes half a day; 0 asks for nothing.'),
  absentMinutes: minutes.describe('Less work makes an absence; 0 asks for nothing.'),
  earlyArrivalCounts: z.boolean().describe('Whether presence before the start is work.'),
  overtimeBasis: z
    .enum(['planned', 'worked'])
    .describe('planned: beyond the planned minutes. worked: beyond so many minutes of work in a day.'),
  overtimeAfterMinutes: minutes.describe(
    'planned: less than this beyond the planned minutes is no overtime. worked: what is beyond this is overtime.',
  ),
  overtimeRoundMinutes: z.int().min(1).max(120).describe('Rounded down to whole so many minutes.'),
  overtimeNeedsApproval: z.boolean(),
  pairing,
  directions: z
    .enum(['device', 'alternating'])
    .describe('device: as the kiosk says, in turn where it serves both ways. alternating: always in turn.'),
  windowBeforeMinutes: minutes.describe('So long before its start a punch belongs to this shift.'),
  windowAfterMinutes: minutes.describe('So long after its end.'),
  closing: z.enum(['none', 'at-end']).describe('at-end: a missing OUT was at the end, and is flagged.'),
  minGapOutMinutes: z.int().min(0).max(60).describe('An OUT sooner after an IN repeats it.'),
  minGapInMinutes: z.int().min(0).max(60).describe('An IN sooner after an OUT repeats it.'),
};

export const shift = z
  .object({
    id,
    name: z.string(),
    ...rules,
    overnight: z.boolean().describe('Derived: it ends on the day after it began.'),
    validFrom: localDate.nullable().describe('Since when it reads like this; null: always.'),
    createdAt: instant,
  })
  .meta({ id: 'Shift' });
export type Shift = z.infer<typeof shift>;
export type ShiftFields = Omit<Shift, 'id' | 'name' | 'overnight' | 'validFrom' | 'createdAt'>;

/** Above this, `overtimeAfterMinutes` without a basis can only mean minutes of work in a day. */
const SHORTEST_WORKDAY = 180;

const changeable = z.object({ name: text(120), ...rules });
/** What may be left out; the rest follows from what is said. */
const optional = changeable.partial().required({ name: true, start: true, end: true }).shape;
export const shiftCreate = z.object(optional).meta({ id: 'ShiftCreate' });
export type ShiftCreate = z.infer<typeof shiftCreate>;
export const shiftUpdate = changeable
  .partial()
  .extend({ validFrom: localDate.optional().describe('Days before it stay as they are. Default: today.') })
  .meta({ id: 'ShiftUpdate' });
export type ShiftUpdate = z.infer<typeof shiftUpdate>;
export const shiftPage = pageOf(shift, 'ShiftPage');

/** Whether more overtime minutes than this are meant as a day's work, where nobody says so. */
export const overtimeBasisOf = (afterMinutes: number): 'planned' | 'worked' =>
  afterMinutes > SHORTEST_WORKDAY ? 'worked' : 'planned';
