import type { DayAccount, PlannedShift } from '@rollcall/contracts';
import type en from '../attendance.en.json';

/** A sentence about a day: its text, and what to fill in. */
export interface Sentence {
  text: keyof typeof en.why;
  values?: Record<string, string>;
}
interface Words {
  minutes: (value: number) => string;
  /** An instant on the clock of the day's site. */
  time: (instant: string) => string;
}

/** What of a day counts, and why, one sentence after another. The rules are the server's; this only reads them out. */
export function explain(account: DayAccount, words: Words): Sentence[] {
  const { day } = account;
  return [
    ...planned(account, words),
    ...seen(account, words),
    ...punctuality(account, words),
    ...breaks(account, words),
    ...worked(account, words),
    ...regular(account, words),
    ...threshold(account, words),
    ...(day.status === 'pending' ? [{ text: 'pending' as const }] : []),
  ];
}

function planned({ day, plan, holiday }: DayAccount, { time, minutes }: Words): Sentence[] {
  const sentences: Sentence[] = plan.map(({ shift, start, end }) => ({
    text: 'planned',
    values: { shift: shift.name, start: time(start), end: time(end) },
  }));
  if (plan.length === 0)
    sentences.push({ text: day.flags.includes('unknown-shift') ? 'noShift' : 'restDay' });
  if (holiday) sentences.push({ text: 'holiday', values: { name: holiday } });
  if (day.leaveMinutes > 0) sentences.push({ text: 'leave', values: { minutes: minutes(day.leaveMinutes) } });
  return sentences;
}

function seen({ day: { firstIn, lastOut, status, punches } }: DayAccount, { time }: Words): Sentence[] {
  const values = { first: firstIn ? time(firstIn) : '', last: lastOut ? time(lastOut) : '' };
  if (firstIn && lastOut) return [{ text: 'came', values }];
  if (firstIn) return [{ text: 'cameOnly', values }];
  if (lastOut) return [{ text: 'leftOnly', values }];
  return status === 'absent' && punches.length === 0 ? [{ text: 'unseen' }] : [];
}

/** Whole minutes, seconds dropped. */
const between = (from: string, to: string) => Math.floor((Date.parse(to) - Date.parse(from)) / 60_000);

/** A day has one sum for all its shifts, and each of them forgives as it says. */
function punctuality({ day, plan }: DayAccount, words: Words): Sentence[] {
  const [only, second] = plan;
  if (second) return inAll(day, words);
  return only ? ofTheShift(day, only, words) : [];
}

function inAll({ lateMinutes, earlyMinutes }: DayAccount['day'], { minutes }: Words): Sentence[] {
  const sentences: Sentence[] = [];
  if (lateMinutes > 0) sentences.push({ text: 'lateInAll', values: { minutes: minutes(lateMinutes) } });
  if (earlyMinutes > 0) sentences.push({ text: 'earlyInAll', values: { minutes: minutes(earlyMinutes) } });
  return sentences;
}

function ofTheShift(
  day: DayAccount['day'],
  { shift, start, end, core }: PlannedShift,
  words: Words,
): Sentence[] {
  if (day.status === 'holiday' || day.leaveMinutes > 0) return measured(day, shift, words);

  const sentences = measured(day, shift, words);
  const begins = core?.from ?? start;
  const after = day.firstIn ? between(begins, day.firstIn) : 0;
  if (day.lateMinutes === 0 && after > 0)
    sentences.push(forgiven('lateForgiven', after, shift.graceInMinutes, words));
  const before = day.lastOut ? between(day.lastOut, core?.to ?? end) : 0;
  if (day.earlyMinutes === 0 && before > 0)
    sentences.push(forgiven('earlyForgiven', before, shift.graceOutMinutes, words));
  if (!shift.earlyArrivalCounts && day.firstIn && day.firstIn < start)
    sentences.push({ text: 'beforeStart', values: { start: words.time(start) } });
  return sentences;
}

function measured(day: DayAccount['day'], shift: PlannedShift['shift'], words: Words): Sentence[] {
  const sentences: Sentence[] = [];
  const { graceInMinutes: graceIn, graceOutMinutes: graceOut } = shift;
  if (day.lateMinutes > 0)
    sentences.push(forgiven(graceIn > 0 ? 'late' : 'lateStrictly', day.lateMinutes, graceIn, words));
  if (day.earlyMinutes > 0)
    sentences.push(forgiven(graceOut > 0 ? 'early' : 'earlyStrictly', day.earlyMinutes, graceOut, words));
  return sentences;
}

const forgiven = (text: Sentence['text'], by: number, grace: number, { minutes }: Words): Sentence => ({
  text,
  values: { minutes: minutes(by), grace: minutes(grace) },
});

function breaks({ day, plan, presence }: DayAccount, { minutes }: Words): Sentence[] {
  const shift = plan[0]?.shift;
  const punched = presence.slice(1).reduce((sum, { from }, i) => sum + between(presence[i]!.to, from), 0);
  const further = day.breakMinutes - punched;
  const sentences: Sentence[] = [];
  if (punched > 0 && day.breakMinutes > 0)
    sentences.push({
      text: 'breakPunched',
      values: { minutes: minutes(Math.min(punched, day.breakMinutes)) },
    });
  if (further > 0 && shift?.breakRule === 'fixed')
    sentences.push({ text: 'breakFixed', values: { minutes: minutes(further) } });
  if (further > 0 && shift?.breakRule === 'deducted')
    sentences.push({
      text: 'breakDeducted',
      values: { minutes: minutes(further), after: minutes(stepOf(shift, day.breakMinutes)) },
    });
  return sentences;
}

/** From how much presence on a break of so many minutes is owed. */
const stepOf = (shift: PlannedShift['shift'], taken: number) =>
  shift.secondBreakMinutes > 0 && taken > shift.breakMinutes
    ? shift.secondBreakAfterMinutes
    : shift.breakAfterMinutes;

function worked({ day, overtimeApproved }: DayAccount, { minutes }: Words): Sentence[] {
  if (day.firstIn === null && day.lastOut === null) return [];
  const values = { worked: minutes(day.workedMinutes), due: minutes(day.dueMinutes) };
  const sentences: Sentence[] = [{ text: day.dueMinutes > 0 ? 'worked' : 'workedFree', values }];
  if (day.overtimeMinutes > 0)
    sentences.push({
      text: overtimeApproved ? 'overtimeApproved' : 'overtime',
      values: { minutes: minutes(day.overtimeMinutes) },
    });
  if (day.overtimeWaitingMinutes > 0)
    sentences.push({ text: 'overtimeWaiting', values: { minutes: minutes(day.overtimeWaitingMinutes) } });
  return sentences;
}

/** More work than was due, and no overtime: why it is none, and that it is paid all the same. */
function regular({ day, plan }: DayAccount, { minutes }: Words): Sentence[] {
  const shift = plan[0]?.shift;
  const overtime = day.overtimeMinutes + day.overtimeWaitingMinutes;
  const beyond = day.workedMinutes - day.dueMinutes - overtime;
  if (!shift || beyond <= 0) return [];
  const { overtimeAfterMinutes: after, overtimeRoundMinutes: whole } = shift;
  const isHoliday = day.status === 'holiday';
  if (shift.overtimeBasis === 'worked' && !isHoliday)
    return [{ text: 'regularWithin', values: { minutes: minutes(beyond), after: minutes(after) } }];
  if (overtime > 0)
    return [{ text: 'regularRounded', values: { minutes: minutes(beyond), whole: minutes(whole) } }];
  const from = isHoliday ? whole : Math.max(after, whole);
  return [{ text: 'regularUnder', values: { minutes: minutes(beyond), from: minutes(from) } }];
}

function threshold({ day, plan }: DayAccount, { minutes }: Words): Sentence[] {
  const shift = plan[0]?.shift;
  if (!shift) return [];
  if (day.status === 'half-day')
    return [{ text: 'halfDay', values: { minutes: minutes(shift.halfDayMinutes) } }];
  const counted = day.status === 'absent' && day.workedMinutes > 0;
  return counted ? [{ text: 'absent', values: { minutes: minutes(shift.absentMinutes) } }] : [];
}
