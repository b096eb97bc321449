import { isUnreachable, isProblem } from '../../api/api-problem.js';
import type { Frame } from './kiosk.queries.js';

const DATABASE = 'rollcall-kiosk';
const STORE = 'frames';
/** About 75 MB of pictures; beyond it a kiosk says so instead of pretending. */
export const QUEUE_LIMIT = 500;

interface StoredFrame {
  seq: number;
  key: string;
  capturedAt: string;
  type: string;
  bytes: ArrayBuffer;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });

/** Frames taken while the server was away, in the browser's database, oldest first. */
export class FrameQueue {
  private constructor(private readonly database: IDBDatabase) {}

  static async open(): Promise<FrameQueue> {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () =>
      opening.result.createObjectStore(STORE, { keyPath: 'seq', autoIncrement: true });
    return new FrameQueue(await done(opening));
  }

  /** False where the queue is full. */
  async add({ key, capturedAt, image }: Frame): Promise<boolean> {
    if ((await this.count()) >= QUEUE_LIMIT) return false;
    const bytes = await image.arrayBuffer();
    await done(this.store('readwrite').add({ key, capturedAt, type: image.type, bytes }));
    return true;
  }

  async first(): Promise<{ seq: number; frame: Frame } | null> {
    const [stored] = (await done(this.store('readonly').getAll(null, 1))) as StoredFrame[];
    if (!stored) return null;
    const { seq, key, capturedAt, type, bytes } = stored;
    return { seq, frame: { key, capturedAt, image: new Blob([bytes], { type }) } };
  }

  async remove(seq: number): Promise<void> {
    await done(this.store('readwrite').delete(seq));
  }

  count(): Promise<number> {
    return done(this.store('readonly').count());
  }

  close() {
    this.database.close();
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(STORE, mode).objectStore(STORE);
  }
}

/**
 * Sends what waits, oldest first, until nothing is left or the server cannot take it now. A frame that the server
 * refuses for good is dropped, or it would block every frame behind it.
 */
export async function sendQueued(queue: FrameQueue, send: (frame: Frame) => Promise<unknown>): Promise<void> {
  for (let next = await queue.first(); next; next = await queue.first()) {
    try {
      await send(next.frame);
    } catch (error) {
      if (!isProblem(error) || isUnreachable(error) || error.status === 401) return;
    }
    await queue.remove(next.seq);
  }
}
