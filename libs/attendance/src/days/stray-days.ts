import { MAX_PRESENCE_MINUTES, pairUp } from '../punches/presence.js';
import type { Punch } from '../punches/punch.js';
import type { LocalDate } from '../time/local-date.js';
import { readInTurn } from './stray-work.js';

/** No night is longer whose OUT nobody said to be one, in minutes (10 hours): a rest between two days is. */
const MAX_INFERRED_NIGHT_MINUTES = 10 * 60;
/** A day that was left later than this after somebody came does not speak for itself, in minutes (12 hours). */
const MAX_PLAIN_MINUTES = 12 * 60;
const MINUTE_MS = 60_000;

/** Punches of one date that follow one another. */
interface DateRun {
  readonly date: LocalDate;
  readonly punches: readonly Punch[];
}

/**
 * Punches that no shift claims, as days: each is of its own date, but an OUT that ends a night is of the day of its IN,
 * so that the night stays one piece. A kiosk that says OUT is believed for sixteen hours. An OUT that is only inferred
 * ends a night of at most ten, and only where neither date is complete by itself: whoever came and left within twelve
 * hours on the one has not come for the night, nor left by it on the other. What a night is depends on its two dates
 * alone, so that a late punch changes nothing beyond them.
 *
 * @param punches in the order of capture, none of a shift between them
 * @param dateAt the day that the clock of the person's site shows; punches that know their day are not asked about
 * @returns the punches of each day, apart where those in turn would not have the last of them begin its night
 */
export function strayDays(
  punches: readonly Punch[],
  dateAt: (instant: number) => LocalDate,
): Map<LocalDate, readonly (readonly Punch[])[]> {
  const days = new Map<LocalDate, readonly (readonly Punch[])[]>();
  const runs = runsOf(punches, dateAt);
  let taken = 0;
  for (const [i, run] of runs.entries()) {
    const own = run.punches.slice(taken);
    const ends = endOfNight(own, run, runs[i + 1]);
    days.set(run.date, [...(days.get(run.date) ?? []), ...withNight(own, ends)]);
    taken = ends.length;
  }
  return days;
}

/** A punch that repeats the one before is of the date of that one. */
function runsOf(punches: readonly Punch[], dateAt: (instant: number) => LocalDate): DateRun[] {
  const runs: { date: LocalDate; punches: Punch[] }[] = [];
  for (const { punch, ignored } of readInTurn(punches)) {
    const last = runs.at(-1);
    const date = ignored && last ? last.date : (punch.localDate ?? dateAt(punch.at));
    if (last?.date === date) last.punches.push(punch);
    else runs.push({ date, punches: [punch] });
  }
  return runs;
}

/**
 * The first punches of a date, as far as they end a night that began on the date before.
 *
 * @param own punches of the date before that end no night themselves
 */
function endOfNight(own: readonly Punch[], before: DateRun, after: DateRun | undefined): readonly Punch[] {
  const began = counting(own).at(-1);
  const ended = after?.punches[0];
  if (!after || !began || !ended || ended.direction === 'in') return [];
  const minutes = (ended.at - began.punch.at) / MINUTE_MS;
  const isNight =
    ended.direction === 'out'
      ? began.direction === 'in' && minutes <= MAX_PRESENCE_MINUTES
      : began.punch.direction !== 'out' &&
        minutes <= MAX_INFERRED_NIGHT_MINUTES &&
        !isComplete(before) &&
        !isComplete(after);
  const next = counting(after.punches)[1]?.punch;
  return isNight ? after.punches.slice(0, next && after.punches.indexOf(next)) : [];
}

/** Whether everybody who came on a date left on it as well, and not much later, as far as kiosks leave that open. */
function isComplete({ punches }: DateRun): boolean {
  const from = punches[0]!.direction === 'out' ? 1 : 0;
  const to = punches.at(-1)!.direction === 'in' ? -1 : undefined;
  const { spans, openIns, openOuts } = pairUp(readInTurn(punches.slice(from, to)));
  return (
    spans.length > 0 &&
    openIns.length + openOuts.length === 0 &&
    spans.every((span) => span.to - span.from <= MAX_PLAIN_MINUTES * MINUTE_MS)
  );
}

/** The punches of a date with those that end its night, which its last one began whatever is its turn. */
function withNight(own: readonly Punch[], ends: readonly Punch[]): readonly (readonly Punch[])[] {
  const last = counting(own).at(-1);
  if (!last) return [];
  if (ends.length === 0 || last.direction === 'in') return [[...own, ...ends]];
  const begins = own.indexOf(last.punch);
  return [own.slice(0, begins), [...own.slice(begins), ...ends]].filter(({ length }) => length > 0);
}

const counting = (punches: readonly Punch[]) => readInTurn(punches).filter(({ ignored }) => !ignored);
