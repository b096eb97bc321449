import { Worker, type TransferListItem } from 'node:worker_threads';
import {
  refusal,
  type Holdings,
  type SearchWay,
  type ShardAnswer,
  type ShardRequest,
  type ShardSetup,
} from './shard-messages.js';
import { SketchBroken } from './sketch-errors.js';
import type { Contenders, ShardQuestion } from './sketch.js';
import type { TemplateBatch } from './template-batch.js';

/** The worker's compiled file beside this one's. */
const WORKER = new URL('./sketch.worker.js', import.meta.url);

interface Pending {
  resolve(found: Contenders | null): void;
  reject(error: Error): void;
}

/** One shard in a thread of its own. Requests are answered in the order in which they were made. */
export class ShardThread {
  /** What the shard held at its last answer. */
  holds: Holdings = { templates: 0, people: 0, bytes: 0 };
  /** Settles when the thread has ended, with the reason. */
  readonly ended: Promise<SketchBroken>;
  private readonly pending: Pending[] = [];
  private broken: SketchBroken | null = null;
  private lastError: Error | null = null;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answer: ShardAnswer) => this.settle(answer));
    worker.on('error', (error: Error) => (this.lastError = error));
    this.ended = new Promise((resolve) => worker.once('exit', (code) => resolve(this.finish(code))));
  }

  /** Starts a thread with an empty shard and waits until it is ready. */
  static async start(setup: ShardSetup): Promise<ShardThread> {
    const thread = new ShardThread(new Worker(WORKER, { workerData: setup }));
    await thread.answered();
    return thread;
  }

  /** Hands a batch over, buffers and all. */
  async replace(batch: TemplateBatch): Promise<void> {
    const buffers = [batch.rows.buffer, batch.vectors.buffer] as ArrayBuffer[];
    await this.ask({ kind: 'replace', batch }, buffers);
  }

  /** Searches in one of the two ways. */
  async search(way: SearchWay, question: ShardQuestion): Promise<Contenders> {
    return (await this.ask({ kind: way, question }, [])) as Contenders;
  }

  async stop(): Promise<void> {
    await this.worker.terminate();
  }

  private async ask(request: ShardRequest, buffers: TransferListItem[]): Promise<Contenders | null> {
    if (this.broken) throw this.broken;
    const answered = this.answered();
    this.worker.postMessage(request, buffers);
    return answered;
  }

  private answered(): Promise<Contenders | null> {
    return new Promise((resolve, reject) => this.pending.push({ resolve, reject }));
  }

  private settle(answer: ShardAnswer): void {
    const pending = this.pending.shift();
    if (answer.kind === 'refused') return pending?.reject(refusal(answer));
    this.holds = answer.holds;
    pending?.resolve(answer.found);
  }

  private finish(exitCode: number): SketchBroken {
    this.broken = new SketchBroken(this.lastError?.message ?? `exit code ${exitCode}`);
    for (const pending of this.pending.splice(0)) pending.reject(this.broken);
    return this.broken;
  }
}
