import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { Logger } from '@nestjs/common';
import Bull from 'bull';
import { JobQueue, type Dispatch, type RunJob } from './job-queue.js';

const PATIENCE_MS = 2_000;
const LONGEST_RECONNECT_MS = 2_000;
const DISCONNECT_MS = 200;
const QUIET_MS = 30_000;

interface Named {
  readonly id: string;
}

/**
 * Bull on Redis. It holds nothing but ids: when Redis forgets them, or hands one out twice, the table decides. Without
 * Redis nothing may wait for it: Bull's calls would hang for ever.
 */
export class BullJobQueue extends JobQueue {
  private readonly log = new Logger('Jobs');
  private readonly giving: Bull.Queue<Named>;
  /** Of its own, because Bull stops taking jobs cleanly only by closing. */
  private taking: Bull.Queue<Named> | null = null;
  private complainedAt = -Infinity;

  private constructor(
    private readonly url: string,
    private readonly prefix: string,
  ) {
    super();
    this.giving = this.connect();
  }

  /** @param prefix of all keys in Redis; those who share a database, and nobody else, have the same. */
  static async open(url: string, prefix: string): Promise<BullJobQueue> {
    const queue = new BullJobQueue(url, prefix);
    await Promise.race([queue.connected(), sleep(PATIENCE_MS, undefined, { ref: false })]);
    return queue;
  }

  start(run: RunJob, concurrency: number): void {
    this.taking = this.connect();
    this.taking
      .process(concurrency, ({ data }) => run(data.id))
      .catch((error: unknown) => this.taking && this.complain(error));
  }

  dispatch({ id, turn, delayMs }: Dispatch): void {
    if (this.giving.client.status !== 'ready') return this.complain('not connected');
    const options = {
      jobId: `${id}.${turn}`,
      delay: Math.ceil(delayMs),
      removeOnComplete: true,
      removeOnFail: true,
    };
    this.giving.add({ id }, options).catch((error: unknown) => this.complain(error));
  }

  async check(): Promise<void> {
    const { client } = this.giving;
    const late = sleep(PATIENCE_MS, 'late', { ref: false });
    const answer = client.status === 'ready' ? await Promise.race([client.ping(), late]) : 'not connected';
    if (answer !== 'PONG') throw new Error('Redis at REDIS_URL does not answer. Background work waits.');
  }

  async pause(): Promise<void> {
    const { taking } = this;
    this.taking = null;
    if (taking) await disconnect(taking);
  }

  async close(): Promise<void> {
    await this.pause();
    await disconnect(this.giving);
  }

  private connect(): Bull.Queue<Named> {
    const { url, prefix } = this;
    const tls = url.startsWith('rediss:') ? { tls: {} } : {};
    const retryStrategy = (tries: number) => Math.min(LONGEST_RECONNECT_MS, tries * 100);
    const redis = { ...tls, retryStrategy, disconnectTimeout: DISCONNECT_MS };
    const queue = new Bull<Named>('jobs', url, { prefix, redis });
    // Nobody asks who takes jobs; and where the queue closes before this is answered, the rejection is left to nobody.
    Object.assign(queue, { setWorkerName: async () => undefined });
    return queue.on('error', (error) => this.complain(error));
  }

  private async connected(): Promise<void> {
    if (this.giving.client.status === 'ready') return;
    await new Promise((resolve) => this.giving.client.once('ready', resolve));
  }

  /** Once in a while: an outage gives hundreds of errors. */
  private complain(error: unknown): void {
    // Bull rejects with nothing at all when it is closed while it starts.
    if (!error || performance.now() - this.complainedAt < QUIET_MS) return;
    this.complainedAt = performance.now();
    const reason = error instanceof Error ? error.message : inspect(error);
    this.log.warn(`The queue in Redis: ${reason}. What waits is in the database and is asked for again.`);
  }
}

/** Where Redis is away, Bull's own closing would wait for it. */
async function disconnect(queue: Bull.Queue): Promise<void> {
  queue.removeAllListeners('error').on('error', () => undefined);
  await Promise.race([queue.close(true), sleep(PATIENCE_MS, undefined, { ref: false })]);
  const { clients } = queue as unknown as { clients: { disconnect(): void }[] };
  clients.forEach((client) => client.disconnect());
}
