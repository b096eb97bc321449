import { Worker } from 'node:worker_threads';
import type { ReadOptions } from '../face-engine.js';
import type { FaceReading } from '../face-reading.js';
import { EngineCrashed } from './engine-errors.js';
import { fromPlainError } from './plain-error.js';
import type { EngineAnswer, EngineRequest, EngineSetup } from './thread-messages.js';

/** A thread that has not ended by itself after so long is ended. */
const STOP_WITHIN_MS = 10_000;
/** The worker's compiled file beside this one's. */
const WORKER = new URL('./face-engine.worker.js', import.meta.url);

interface Pending {
  resolve(reading: FaceReading | null): void;
  reject(error: Error): void;
}

/** One worker thread with one engine; reads one image at a time. */
export class EngineThread {
  private pending: Pending | null = null;
  private current: Promise<FaceReading | null> | null = null;
  private lastError: Error | null = null;
  private alive = true;
  /** Settles when the thread has ended, however that came about. */
  readonly ended: Promise<void>;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (answer: EngineAnswer) => this.settle(answer));
    worker.on('error', (error: Error) => (this.lastError = error));
    this.ended = new Promise((resolve) => worker.once('exit', (code) => resolve(this.finish(code))));
  }

  /** Starts a thread and waits until its networks are open. Rejects with the error that kept them closed. */
  static async start(setup: EngineSetup): Promise<EngineThread> {
    const thread = new EngineThread(new Worker(WORKER, { workerData: setup }));
    try {
      await thread.answered();
      return thread;
    } catch (error) {
      await thread.stop();
      throw error;
    }
  }

  /** Reads one image. The bytes are copied once, so that the caller keeps his, and the copy is handed over. */
  async read(bytes: Uint8Array, options: ReadOptions): Promise<FaceReading> {
    const own = new Uint8Array(bytes);
    const answered = this.answered();
    this.worker.postMessage({ bytes: own, options }, [own.buffer]);
    return (await answered) as FaceReading;
  }

  /** Whether it can take an image now. */
  get free(): boolean {
    return this.alive && this.pending === null;
  }

  /**
   * Lets the running image finish, then has the thread close its networks and end: a thread that is ended from outside in
   * the middle of a run takes the process with it.
   */
  async stop(): Promise<void> {
    await this.current?.catch(() => undefined);
    if (this.alive) this.worker.postMessage('stop' satisfies EngineRequest);
    const late = setTimeout(() => void this.worker.terminate(), STOP_WITHIN_MS);
    await this.ended.finally(() => clearTimeout(late));
  }

  private answered(): Promise<FaceReading | null> {
    this.current = new Promise((resolve, reject) => (this.pending = { resolve, reject }));
    return this.current;
  }

  private settle(answer: EngineAnswer): void {
    const pending = this.pending;
    this.pending = null;
    if (answer.kind === 'failure') pending?.reject(fromPlainError(answer.failure));
    else pending?.resolve(answer.kind === 'reading' ? answer.reading : null);
  }

  private finish(exitCode: number): void {
    this.alive = false;
    this.pending?.reject(new EngineCrashed(this.lastError?.message ?? `exit code ${exitCode}`));
    this.pending = null;
  }
}
