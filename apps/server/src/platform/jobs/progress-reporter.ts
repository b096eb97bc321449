import type { JobProgress } from './job-handler.js';

/**
 * Lets through the newest of many reports, so often at most. What cannot be written is left out: the next one
 * follows. Within one attempt progress never goes back.
 */
export class ProgressReporter {
  private pending: JobProgress | null = null;
  private timer: NodeJS.Timeout | undefined;
  private writing: Promise<void> = Promise.resolve();
  private lastAt = -Infinity;
  private furthest = 0;

  constructor(
    private readonly write: (progress: JobProgress) => Promise<void>,
    private readonly everyMs: number,
  ) {}

  tell(update: JobProgress): void {
    this.furthest = Math.max(this.furthest, update.progress ?? 0);
    const forward = update.progress !== undefined && { progress: this.furthest };
    this.pending = { ...this.pending, ...update, ...forward };
    this.timer ??= setTimeout(() => this.send(), Math.max(0, this.lastAt + this.everyMs - performance.now()));
  }

  /** Resolves when the last report is written. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.send();
    await this.writing;
  }

  private send(): void {
    const update = this.pending;
    this.timer = undefined;
    this.pending = null;
    if (!update) return;
    this.lastAt = performance.now();
    this.writing = this.writing.then(() => this.write(update)).catch(() => undefined);
  }
}
