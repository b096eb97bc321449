// Plain JavaScript, because a worker thread is loaded by Node itself, from the sources under Jest as from dist.
// PGlite runs here, behind a unix socket, so that its queries never starve the server's event loop.
import { openAsBlob } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';

const { folder, saved, socketPath, maxConnections } = workerData;
const place = saved ? { loadDataDir: await openAsBlob(saved) } : { dataDir: folder };
const db = await PGlite.create({ ...place, extensions: { vector } });
const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections });
await server.start();
parentPort?.once('message', async () => {
  await server.stop();
  await db.close();
  parentPort?.postMessage('closed');
});
parentPort?.postMessage('ready');
