// Runs in a worker thread: holds one shard and answers one request after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { isRefusal, type ShardAnswer, type ShardRequest, type ShardSetup } from './shard-messages.js';
import { Sketch, type Contenders } from './sketch.js';

if (!parentPort) throw new Error('sketch.worker runs in a worker thread only; open a SketchPool.');
const port = parentPort;
const { kernel, dimension } = workerData as ShardSetup;
const sketch = new Sketch(kernel, dimension);

port.on('message', (request: ShardRequest) => port.postMessage(answer(request)));
port.postMessage({ kind: 'done', holds: sketch.holds, found: null } satisfies ShardAnswer);

/** An error that is no refusal ends the thread: better no shard than one that has lost a row. */
function answer(request: ShardRequest): ShardAnswer {
  try {
    const found = meet(request);
    return { kind: 'done', holds: sketch.holds, found };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { kind: 'refused', name: error.name, message: error.message };
  }
}

function meet(request: ShardRequest): Contenders | null {
  switch (request.kind) {
    case 'all':
      return sketch.searchAll(request.question);
    case 'signs':
      return sketch.searchBySigns(request.question);
    case 'replace':
      sketch.replace(request.batch);
      return null;
  }
}
