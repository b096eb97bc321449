import type { Direction } from '../direction.js';
import type { LocalDate } from '../time/local-date.js';

/** Someone at a kiosk, or what an approved correction says in its place. */
export interface Punch {
  readonly id: string;
  /** The instant of capture, milliseconds since the epoch. */
  readonly at: number;
  /** What the kiosk is for, or a correction says; null where it has to be inferred. */
  readonly direction: Direction | null;
  /** The day that the clock of its site showed; where it is not said, that of the day's zone. */
  readonly localDate?: LocalDate;
}

/** The order of capture; punches of one instant are ordered by their id, so that arrival plays no part. */
export const byCapture = (a: Punch, b: Punch): number =>
  a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** Why a punch plays no part: it repeats the one before, lies between the first and the last, or a correction stands instead. */
export type Ignored = 'duplicate' | 'between' | 'corrected';

/** A punch as a day understands it. */
export interface UnderstoodPunch {
  readonly punch: Punch;
  readonly direction: Direction;
  readonly ignored: Ignored | null;
}
