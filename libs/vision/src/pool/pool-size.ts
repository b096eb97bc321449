import { availableParallelism, totalmem } from 'node:os';

/** Memory that a worker may have, with room for a large photo beside its networks. */
const WORKER_BYTES = 2 ** 29;
/** Each opens the networks once more. How far more of them would serve more kiosks was not measured. */
const MOST_WORKERS = 16;

/**
 * How many networks run at once, and how broad each is, so that workers times threads fill the cores of a machine: broad
 * enough on large ones that a single kiosk gains by them, narrow enough on small ones that a queue of kiosks is served in
 * the least time.
 *
 * @param cores of the machine, or of the container; @param memory bytes, likewise
 */
export function poolSize(cores: number, memory: number): { workers: number; threads: number } {
  const threads = cores >= 32 ? 4 : cores >= 4 ? 2 : 1;
  const affordable = Math.min(MOST_WORKERS, Math.floor(memory / WORKER_BYTES));
  return { threads, workers: Math.max(1, Math.min(affordable, Math.floor(cores / threads))) };
}

/** `poolSize` for this machine, or for the container that this process is in. */
export const poolSizeHere = () =>
  poolSize(availableParallelism(), Math.min(totalmem(), process.constrainedMemory() || Infinity));
