import { setTimeout as sleep } from 'node:timers/promises';
import type { Acknowledged, Kiosk } from './kiosk.js';

/** Many kiosks at once, each showing one frame after the other with a pause between. */
export class Crowd {
  readonly acknowledged: Acknowledged[] = [];
  private readonly running: Promise<void>[];
  private over = false;

  private constructor(kiosks: readonly Kiosk[], frames: readonly Uint8Array[], pauseMs: number) {
    this.running = kiosks.map((kiosk, i) => this.keepOn(kiosk, frames, i, pauseMs));
    // A kiosk that is refused is told by leave().
    for (const each of this.running) each.catch(() => undefined);
  }

  static gather = (kiosks: readonly Kiosk[], frames: readonly Uint8Array[], pauseMs = 0) =>
    new Crowd(kiosks, frames, pauseMs);

  /** Nobody begins another frame; resolves when everyone has the answer to the last one. */
  async leave(): Promise<readonly Acknowledged[]> {
    this.over = true;
    await Promise.all(this.running);
    return this.acknowledged;
  }

  /** Each begins with another frame, so that no two show the same person at the same moment. */
  private async keepOn(kiosk: Kiosk, frames: readonly Uint8Array[], first: number, pauseMs: number) {
    for (let i = first; !this.over; i++) {
      this.acknowledged.push(await kiosk.show(frames[i % frames.length]!));
      await sleep(pauseMs);
    }
  }
}
