import { Injectable } from '@nestjs/common';
import { JOB_KINDS, type JobKind } from '@rollcall/contracts';
import type { JobHandler } from './job-handler.js';

/** The features' handlers, registered as their modules start. */
@Injectable()
export class JobHandlers {
  private readonly handlers = new Map<JobKind, JobHandler>();

  register<K extends JobKind>(handler: JobHandler<K>): void {
    if (this.handlers.has(handler.kind)) throw new Error(`Two handlers want the jobs ${handler.kind}.`);
    this.handlers.set(handler.kind, handler);
  }

  get kinds(): JobKind[] {
    return [...this.handlers.keys()];
  }

  of(kind: JobKind): JobHandler | undefined {
    return this.handlers.get(kind);
  }

  /** @throws when a kind of the contract has no handler: its jobs would wait for ever. */
  requireAll(kinds: readonly JobKind[] = JOB_KINDS): void {
    const missing = kinds.filter((kind) => !this.of(kind));
    if (missing.length > 0) throw new Error(`No handler is registered for the jobs ${missing.join(', ')}.`);
  }
}
