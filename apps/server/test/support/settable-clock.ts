import { Clock } from '../../src/platform/clock/clock.js';

/** Port double: a clock that a test sets. */
export class SettableClock extends Clock {
  private time = new Date('2026-03-02T07:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  set(instant: string): void {
    this.time = new Date(instant);
  }

  advance(seconds: number): void {
    this.time = new Date(this.time.getTime() + seconds * 1000);
  }
}
