/** Stages of a reading that are timed. */
export type Stage = 'decode' | 'detect' | 'quality' | 'embed' | 'liveness';

/** Wall-clock milliseconds of the stages of one reading. */
export class StageClock {
  private readonly started = performance.now();
  private readonly spent: Record<Stage, number> = { decode: 0, detect: 0, quality: 0, embed: 0, liveness: 0 };

  async time<Result>(stage: Stage, work: () => Result | Promise<Result>): Promise<Result> {
    const started = performance.now();
    const result = await work();
    this.spent[stage] = performance.now() - started;
    return result;
  }

  finish(): Record<Stage, number> & { total: number } {
    return { ...this.spent, total: performance.now() - this.started };
  }
}
