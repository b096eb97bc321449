import '../no-telemetry.js';
import type { ReadOptions } from '../face-engine.js';
import type { FaceReading } from '../face-reading.js';
import { loadPack, type ModelPack } from '../packs/model-pack.js';
import { EngineBusy, EngineClosed } from './engine-errors.js';
import { EngineThread } from './engine-thread.js';
import { poolSizeHere } from './pool-size.js';

/** How many images are read at once, and how many may wait. */
export interface PoolOptions {
  /** Worker threads, each with its own networks (105 to 200 MB); see `poolSize` for the default. */
  readonly workers?: number;
  /** Threads of one network run; see `poolSize`. */
  readonly threads?: number;
  /** Images that may wait for a free worker; 32 when left out. */
  readonly maxWaiting?: number;
}

interface Job {
  readonly bytes: Uint8Array;
  readonly options: ReadOptions;
  readonly resolve: (reading: FaceReading) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Face engines in worker threads: `read` as `FaceEngine` has it, for many callers at once, without blocking the
 * thread that asks. A worker that dies takes its one image with it (`EngineCrashed`) and is replaced.
 */
export class FaceEnginePool {
  private readonly waiting: Job[] = [];
  private readonly workers = new Set<EngineThread>();
  private starting = 0;
  private closed = false;

  private constructor(
    /** The pack that every worker runs. */
    readonly pack: ModelPack,
    private readonly size: Required<PoolOptions>,
  ) {}

  /**
   * Opens every worker before it resolves.
   *
   * @param pack a folder, which is loaded and verified here, or what `loadPack` gave for it
   * @throws {PackError} when the pack cannot be used
   */
  static async open(pack: string | ModelPack, options: PoolOptions = {}): Promise<FaceEnginePool> {
    const verified = typeof pack === 'string' ? await loadPack(pack) : pack;
    const size = { ...poolSizeHere(), maxWaiting: 32, ...options };
    const pool = new FaceEnginePool(verified, size);
    const starts = await Promise.allSettled(Array.from({ length: size.workers }, () => pool.startWorker()));
    const failed = starts.find((start) => start.status === 'rejected');
    if (!failed) return pool;
    await pool.close();
    throw failed.reason;
  }

  /**
   * Reads one image as `FaceEngine.read` does; the bytes stay the caller's.
   *
   * @throws {ImageRejected} when the image cannot be taken
   * @throws {EngineBusy} when too many images wait already
   * @throws {EngineCrashed} when the worker died over this image
   * @throws {EngineClosed} when the pool was closed
   */
  async read(bytes: Uint8Array, options: ReadOptions = {}): Promise<FaceReading> {
    if (this.closed) throw new EngineClosed();
    const someoneFree = [...this.workers].some((worker) => worker.free);
    if (!someoneFree && this.waiting.length >= this.size.maxWaiting)
      throw new EngineBusy(this.waiting.length);
    return new Promise((resolve, reject) => {
      this.waiting.push({ bytes, options, resolve, reject });
      this.assign();
      this.refill();
    });
  }

  /** How many workers can read right now; 0 while the last one that died is being replaced. */
  get running(): number {
    return this.workers.size;
  }

  /** Refuses what still waits, lets running images finish and ends the workers. */
  async close(): Promise<void> {
    this.closed = true;
    this.refuseWaiting(new EngineClosed());
    await Promise.all([...this.workers].map((worker) => worker.stop()));
  }

  /** Gives waiting images to free workers. */
  private assign(): void {
    for (const worker of this.workers) {
      if (!worker.free) continue;
      const job = this.waiting.shift();
      if (!job) return;
      const read = worker.read(job.bytes, job.options).then(job.resolve, job.reject);
      void read.then(() => this.assign());
    }
  }

  /** Starts a worker for each that is missing; when none can be started, what waits is told why. */
  private refill(): void {
    for (let missing = this.size.workers - this.workers.size - this.starting; missing > 0; missing--) {
      this.startWorker().catch((error: Error) => {
        if (this.workers.size === 0 && this.starting === 0) this.refuseWaiting(error);
      });
    }
  }

  private async startWorker(): Promise<void> {
    this.starting++;
    const setup = { pack: this.pack, threads: this.size.threads };
    const worker = await EngineThread.start(setup).finally(() => this.starting--);
    if (this.closed) return worker.stop();
    this.workers.add(worker);
    void worker.ended.then(() => {
      this.workers.delete(worker);
      if (!this.closed) this.refill();
    });
    this.assign();
  }

  private refuseWaiting(error: Error): void {
    for (const job of this.waiting.splice(0)) job.reject(error);
  }
}
