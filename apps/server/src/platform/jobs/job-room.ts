import type { JobKind } from '@rollcall/contracts';
import type { JobHandlers } from './job-handlers.js';

/** How many jobs of each kind run here, where a kind may not have as many as there are hands. */
export class JobRoom {
  private readonly running = new Map<JobKind, number>();
  private readonly turnedAway = new Set<string>();

  constructor(private readonly handlers: JobHandlers) {}

  /** Kinds of which another job may begin. */
  get kinds(): JobKind[] {
    return this.handlers.kinds.filter(
      (kind) => this.count(kind) < (this.handlers.of(kind)?.atOnce ?? Infinity),
    );
  }

  enter(kind: JobKind): void {
    this.running.set(kind, this.count(kind) + 1);
  }

  /** This one was asked for while some kind was full; it may have been of that kind. */
  turnAway(id: string): void {
    if (this.kinds.length < this.handlers.kinds.length) this.turnedAway.add(id);
  }

  /** Answers who was turned away: one of them may fit in now. */
  leave(kind: JobKind): string[] {
    this.running.set(kind, this.count(kind) - 1);
    const waiting = [...this.turnedAway];
    this.turnedAway.clear();
    return waiting;
  }

  private count(kind: JobKind): number {
    return this.running.get(kind) ?? 0;
  }
}
