import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { lockFolder } from './folder-lock.js';

/**
 * One, not more: a single backend stands behind all connections, and the socket server hands it their protocol messages
 * one by one. Measured with four connections and six requests at once: one client's Bind met another's Parse, so that
 * statements failed or ran with the other's parameters. With one, requests wait in the pool instead, as long as before.
 */
export const EMBEDDED_POOL_SIZE = 1;
const MAX_CONNECTIONS = EMBEDDED_POOL_SIZE + 4;

/** The folder that the database lies in, or the file that one in memory begins from. */
type Place = { readonly folder: string } | { readonly saved: string };

/** PGlite with pgvector in a thread of its own, reached by `pg` like any Postgres. */
export class EmbeddedPostgres {
  private constructor(
    readonly socketFolder: string,
    private readonly worker: Worker,
    private readonly lock: Server | null,
  ) {}

  /** Opens the database in `<dataDir>/pg`. */
  static async open(dataDir: string): Promise<EmbeddedPostgres> {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const lock = await lockFolder(dataDir);
    const folder = join(dataDir, 'pg');
    if (!existsSync(folder)) await initialise(folder);
    return EmbeddedPostgres.serve({ folder }, lock);
  }

  /** One that nobody keeps, begun as the empty database that is saved in this file, which is quicker than making one. */
  static inMemory(saved: string): Promise<EmbeddedPostgres> {
    return EmbeddedPostgres.serve({ saved }, null);
  }

  private static async serve(place: Place, lock: Server | null): Promise<EmbeddedPostgres> {
    // A path of its own under the system's temporary folder: socket paths must stay under 104 characters.
    const socketFolder = mkdtempSync(join(tmpdir(), 'rollcall-'));
    const worker = await startWorker(place, socketFolder);
    return new EmbeddedPostgres(socketFolder, worker, lock);
  }

  async close(): Promise<void> {
    await stopWorker(this.worker);
    this.lock?.close();
    rmSync(this.socketFolder, { recursive: true, force: true });
  }
}

/**
 * A process killed while the folder is being made leaves one without its tables. So it is made under another name
 * and renamed when complete; what an interrupted attempt left is thrown away.
 */
async function initialise(folder: string): Promise<void> {
  const draft = `${folder}.new`;
  rmSync(draft, { recursive: true, force: true });
  const socketFolder = mkdtempSync(join(tmpdir(), 'rollcall-'));
  await stopWorker(await startWorker({ folder: draft }, socketFolder));
  rmSync(socketFolder, { recursive: true, force: true });
  renameSync(draft, folder);
}

async function startWorker(place: Place, socketFolder: string): Promise<Worker> {
  const worker = new Worker(new URL('./pglite.worker.js', import.meta.url), {
    workerData: {
      ...place,
      socketPath: join(socketFolder, '.s.PGSQL.5432'),
      maxConnections: MAX_CONNECTIONS,
    },
  });
  await new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  // Whatever serves keeps the process alive; the database alone does not.
  worker.unref();
  return worker;
}

async function stopWorker(worker: Worker): Promise<void> {
  worker.ref();
  const closed = new Promise((resolve) => worker.once('message', resolve));
  worker.postMessage('close');
  await closed;
  await worker.terminate();
}
