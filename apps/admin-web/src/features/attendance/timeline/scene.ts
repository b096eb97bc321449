import type { DayAccount } from '@rollcall/contracts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So much of a shift's reach is shown around it where nobody punched further out. */
const AROUND = 90 * MINUTE;
const TICK_STEPS = [1, 2, 3, 4, 6, 12];

export interface Band {
  from: number;
  to: number;
}
/** What a timeline draws, in milliseconds since the epoch. */
export interface Scene {
  range: Band;
  /** Where punches belong to a shift. */
  reach: Band[];
  planned: Band[];
  grace: Band[];
  core: Band[];
  breaks: Band[];
  presence: Band[];
  /** Planned time that somebody was not there though it counts. */
  missed: Band[];
}

const ms = (instant: string) => Date.parse(instant);
const band = ({ from, to }: { from: string; to: string }): Band => ({ from: ms(from), to: ms(to) });

/** Null where there is nothing to draw. `whole` shows all of a shift's reach. */
export function sceneOf({ day, plan, presence }: DayAccount, whole = false): Scene | null {
  const punches = day.punches.map(({ at }) => ms(at));
  const shown = plan.flatMap(({ opens, start, end, closes }) =>
    whole
      ? [ms(opens), ms(closes)]
      : [Math.max(ms(opens), ms(start) - AROUND), Math.min(ms(closes), ms(end) + AROUND)],
  );
  const points = [...shown, ...punches.flatMap((at) => [at - HOUR / 2, at + HOUR / 2])];
  if (points.length === 0) return null;
  const range = {
    from: Math.floor(Math.min(...points) / HOUR) * HOUR,
    to: Math.ceil(Math.max(...points) / HOUR) * HOUR,
  };
  return {
    range,
    reach: plan.map(({ opens, closes }) => ({ from: ms(opens), to: ms(closes) })),
    planned: plan.map(({ start, end }) => ({ from: ms(start), to: ms(end) })),
    grace: plan.flatMap(gracesOf),
    core: plan.flatMap(({ core }) => (core ? [band(core)] : [])),
    breaks: plan.flatMap(({ breaks }) => breaks.map(band)),
    presence: presence.map(band),
    missed: missedOf(day, plan),
  };
}

function gracesOf({ shift, start, end, core }: DayAccount['plan'][number]): Band[] {
  const [from, to] = core ? [ms(core.from), ms(core.to)] : [ms(start), ms(end)];
  return [
    { from, to: from + shift.graceInMinutes * MINUTE },
    { from: to - shift.graceOutMinutes * MINUTE, to },
  ].filter((each) => each.to > each.from);
}

/** Of a day with one shift: coming late and leaving early. */
function missedOf(
  { firstIn, lastOut, lateMinutes, earlyMinutes }: DayAccount['day'],
  plan: DayAccount['plan'],
) {
  const missed: Band[] = [];
  if (plan.length === 0) return missed;
  if (firstIn && lateMinutes > 0) missed.push({ from: ms(firstIn) - lateMinutes * MINUTE, to: ms(firstIn) });
  if (lastOut && earlyMinutes > 0)
    missed.push({ from: ms(lastOut), to: ms(lastOut) + earlyMinutes * MINUTE });
  return missed;
}

export interface Tick {
  at: number;
  hour: number;
}

/** Whole hours on the clock of a zone, as many as have room. */
export function ticksOf({ from, to }: Band, timeZone: string, most: number): Tick[] {
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
  const hours: Tick[] = [];
  for (let at = from; at <= to; at += HOUR / 4) {
    const [hour, minute] = clock.format(at).split(':').map(Number);
    if (minute === 0) hours.push({ at, hour: (hour ?? 0) % 24 });
  }
  const step = TICK_STEPS.find((each) => hours.length / each <= most) ?? 12;
  return hours.filter(({ hour }) => hour % step === 0);
}

/** In which row each label stands, so that none lies over another. */
export function rowsOf(places: readonly number[], width: number): number[] {
  const ends: number[] = [];
  return places.map((place) => {
    const free = ends.findIndex((end) => end <= place - width / 2);
    const row = free === -1 ? ends.length : free;
    ends[row] = place + width / 2;
    return row;
  });
}
