import type { DayAccount, DayPunch } from '@rollcall/contracts';

const DAY = 1440;
const MINUTE = 60_000;

export const minuteOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
export const clockOf = (minute: number): string => {
  const inDay = ((minute % DAY) + DAY) % DAY;
  return `${String(Math.floor(inDay / 60)).padStart(2, '0')}:${String(inDay % 60).padStart(2, '0')}`;
};

/** An IN shortly after the start and an OUT shortly after the end, so that there is something to see. */
export function usualPunches(start: string, end: string): number[] {
  const [from, to] = [minuteOf(start), minuteOf(end)];
  if (start === '' || end === '') return [];
  return [from + 3, (to > from ? to : to + DAY) + 8];
}

/** A punch that is typed: the moment of that time on the clock that is nearest to where it was. */
export function typed(clock: string, before: number): number {
  const minute = minuteOf(clock);
  return minute + Math.round((before - minute) / DAY) * DAY;
}

/** The punches where they are held by now, though the server has not said yet what they mean there. */
export function moved(account: DayAccount, minutes: readonly number[]): DayAccount {
  const midnight = Date.parse(`${account.day.date}T00:00:00Z`);
  const punches = minutes.map((minute, i): DayPunch => {
    const at = new Date(midnight + minute * MINUTE).toISOString();
    const known = account.day.punches[i];
    return {
      id: String(i),
      checkInId: null,
      at,
      localTime: at.slice(0, 19),
      direction: known?.direction ?? (i % 2 === 0 ? 'in' : 'out'),
      ignored: known?.ignored ?? null,
    };
  });
  return { ...account, day: { ...account.day, punches } };
}

export const minuteAt = (account: DayAccount, instant: number): number =>
  Math.round((instant - Date.parse(`${account.day.date}T00:00:00Z`)) / MINUTE);
