// Runs in a worker thread: opens one engine, then answers one request after the other.
import { setPriority } from 'node:os';
import { parentPort, workerData, type MessagePort, type TransferListItem } from 'node:worker_threads';
import { FaceEngine } from '../face-engine.js';
import { toPlainError } from './plain-error.js';
import type { EngineAnswer, EngineRequest, EngineSetup, ReadRequest } from './thread-messages.js';

/** How much networks give way to whatever else is to be done, such as answering; 0 is not at all, 19 the most. */
const NICENESS = 5;

/** On Linux a priority is that of a thread, and of those that it makes, the runtime's; elsewhere of the whole process. */
function giveWay(): void {
  if (process.platform === 'linux') setPriority(NICENESS);
}

async function serve(port: MessagePort, { pack, threads }: EngineSetup): Promise<void> {
  giveWay();
  const engine = await FaceEngine.open(pack, { threads });
  port.on('message', (request: EngineRequest) => {
    if (request === 'stop') void engine.close().then(() => port.close());
    else void answer(engine, request).then((message) => port.postMessage(message, buffersOf(message)));
  });
  port.postMessage({ kind: 'ready' } satisfies EngineAnswer);
}

async function answer(engine: FaceEngine, { bytes, options }: ReadRequest): Promise<EngineAnswer> {
  try {
    return { kind: 'reading', reading: await engine.read(bytes, options) };
  } catch (error) {
    return { kind: 'failure', failure: toPlainError(error) };
  }
}

/** Embeddings and appearances are handed over, not copied; several may lie in one buffer. */
function buffersOf(message: EngineAnswer): TransferListItem[] {
  if (message.kind !== 'reading') return [];
  const buffers = message.reading.faces.flatMap(({ appearance, embedding }) => [
    appearance.buffer,
    ...(embedding ? [embedding.buffer] : []),
  ]);
  return [...new Set(buffers as ArrayBuffer[])];
}

if (!parentPort) throw new Error('face-engine.worker runs in a worker thread only; open a FaceEnginePool.');
const port = parentPort;
serve(port, workerData as EngineSetup).catch((error: unknown) => {
  port.postMessage({ kind: 'failure', failure: toPlainError(error) } satisfies EngineAnswer);
});
