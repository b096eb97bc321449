import type { Broadcast } from '../broadcast/broadcast.js';
import { JobQueue, type Dispatch, type RunJob } from './job-queue.js';

const TOPIC = 'jobs.waiting';

/**
 * Without Redis: a list in this process. Every server that shares the database hears of a job by the broadcast and
 * tries to claim it; one succeeds.
 */
export class InProcessJobQueue extends JobQueue {
  private readonly waiting = new Set<string>();
  private readonly timers = new Set<NodeJS.Timeout>();
  private running = 0;
  private stopListening = () => {};

  constructor(private readonly broadcast: Broadcast) {
    super();
  }

  start(run: RunJob, concurrency: number): void {
    this.stopListening = this.broadcast.on(TOPIC, (id) => {
      this.waiting.add(id);
      this.runNext(run, concurrency);
    });
  }

  dispatch({ id, delayMs }: Dispatch): void {
    if (delayMs <= 0) return this.broadcast.tell(TOPIC, id);
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      this.broadcast.tell(TOPIC, id);
    }, delayMs);
    this.timers.add(timer.unref());
  }

  async check(): Promise<void> {}

  async pause(): Promise<void> {
    this.stopListening();
    this.waiting.clear();
  }

  async close(): Promise<void> {
    await this.pause();
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private runNext(run: RunJob, concurrency: number): void {
    const [id] = this.waiting;
    if (id === undefined || this.running >= concurrency) return;
    this.waiting.delete(id);
    this.running++;
    void run(id).finally(() => {
      this.running--;
      this.runNext(run, concurrency);
    });
  }
}
