/** How fast background work beats. */
export class JobPace {
  /** A server that died is missed after this long. */
  readonly leaseMs: number = 15_000;
  readonly heartbeatMs: number = 5_000;
  /** How often each server looks for jobs that a queue lost or a dead server left behind. */
  readonly sweepMs: number = 5_000;
  /** The first wait before another attempt; it doubles with every one. */
  readonly backOffMs: number = 2_000;
  /** Progress is written at most this often. */
  readonly progressMs: number = 250;
  /** How long a stopping server waits for its jobs to give up. */
  readonly stopMs: number = 10_000;
}
