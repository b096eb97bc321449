import type { Direction } from '@rollcall/contracts';
import type { Punch } from './punch.entity.js';

/** Someone at a kiosk at a moment: what may become a punch. */
export interface Presence {
  readonly personId: string;
  readonly site: { readonly id: string; readonly timeZone: string };
  readonly at: Date;
  /** What the kiosk is for; null where it serves both ways. */
  readonly direction: Direction | null;
}

/** A person's punches around a moment, in the order in which they were captured. */
export class Timeline {
  constructor(private readonly punches: readonly Punch[]) {}

  /**
   * The punch that a presence repeats: same direction, within the window before or after, by captured time. At a
   * kiosk for both ways any punch in the window is repeated: nobody comes and leaves within seconds.
   */
  repeatedBy({ at, direction }: Presence, windowSeconds: number): Punch | null {
    const near = (punch: Punch) => Math.abs(punch.at.getTime() - at.getTime()) <= windowSeconds * 1000;
    const sameWay = (punch: Punch) => direction === null || punch.direction === direction;
    return this.punches.find((punch) => near(punch) && sameWay(punch)) ?? null;
  }

  before(at: Date): Punch | null {
    return this.punches.filter((punch) => punch.at < at).at(-1) ?? null;
  }

  after(at: Date): readonly Punch[] {
    return this.punches.filter((punch) => punch.at > at);
  }
}
