import type { JobContext } from '../platform/jobs/job-handler.js';
import type { PaintingStep } from '../vision/stylizer.js';
import type { Badge } from './badge.entity.js';
import type { BadgeLedger } from './badge-ledger.js';
import { previewUrlOf } from './badge-message.js';

/** A picture is shown at most this often; storing one costs some of the time in which the next grows. */
const SHOWN_EVERY_MS = 1_500;
/** Points of a curve that is kept. */
const POINTS = 200;

/** The share of a job that is painting; checking and storing is the rest. */
export const PAINTING_SHARE = 96;

/** What is shown of a picture while it grows, and kept so that another attempt goes on from there. */
export class PortraitGrowth {
  private shownAt = -Infinity;
  private readonly losses: Badge['losses'];
  private readonly every: number;
  private newest: Badge['losses'][number] | null = null;

  constructor(
    private readonly badge: Badge,
    private readonly steps: number,
    private readonly context: JobContext,
    private readonly ledger: BadgeLedger,
  ) {
    this.every = Math.ceil(steps / POINTS);
    this.losses = [...badge.losses];
  }

  /** The curve so far, with the last point. */
  get curve(): Badge['losses'] {
    const { newest } = this;
    if (!newest || this.losses.at(-1)?.[0] === newest[0]) return [...this.losses];
    return [...this.losses, newest];
  }

  async note({ step, loss, size, picture }: PaintingStep): Promise<void> {
    const last = step >= this.steps;
    // A step too far can make a loss that is no number; it has no place on a curve, nor in JSON.
    const known = Number.isFinite(loss);
    if (known) this.keep([step, loss, size]);
    // The picture of the moment is also kept when painting is about to stop.
    const due = performance.now() - this.shownAt >= SHOWN_EVERY_MS || last || this.context.signal.aborted;
    if (due) await this.show(step, await picture());
    const progress = (PAINTING_SHARE * step) / this.steps;
    const previewUrl = due ? { previewUrl: previewUrlOf(this.badge.id, step) } : {};
    this.context.progress({ progress, step, steps: this.steps, ...(known && { loss }), ...previewUrl });
  }

  /** Some of the points, and always the first of each size. */
  private keep(point: Badge['losses'][number]): void {
    const [step, , size] = point;
    this.newest = point;
    if (step % this.every === 0 || this.losses.at(-1)?.[2] !== size) this.losses.push(point);
  }

  private async show(step: number, picture: Uint8Array): Promise<void> {
    await this.ledger.show(this.badge, picture, { step, losses: this.curve });
    this.shownAt = performance.now();
  }
}
