import { monitorEventLoopDelay } from 'node:perf_hooks';
import { FaceEnginePool, type ModelPack, type PoolOptions } from '@rollcall/vision';
import { LOOKS, spreadOf, type LookName, type Spread } from './one-client.js';

/** Several kiosks that send one image after another to one pool. */
export interface ManyClients {
  readonly clients: number;
  readonly workers: number;
  readonly threads: number;
  readonly perSecond: number;
  /** Milliseconds from asking to the answer. */
  readonly answer: Spread;
  /** Time of all workers over the time that they spent in networks. */
  readonly ratio: number;
  /** Longest that the thread that asks was kept from its other work, in milliseconds. */
  readonly loopDelayMs: number;
}

export async function manyClients(
  pack: ModelPack,
  look: LookName,
  size: Required<Pick<PoolOptions, 'workers' | 'threads'>>,
  frames: readonly Uint8Array[],
  { clients, seconds }: { readonly clients: number; readonly seconds: number },
): Promise<ManyClients> {
  const pool = await FaceEnginePool.open(pack, { ...size, maxWaiting: clients });
  try {
    for (let i = 0; i < size.workers * 2; i++) await pool.read(frames[i % frames.length]!, LOOKS[look]);
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const answers: number[] = [];
    let networks = 0;
    const started = performance.now();
    const end = started + seconds * 1000;
    let next = 0;
    const client = async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        const { timings } = await pool.read(frames[next++ % frames.length]!, LOOKS[look]);
        answers.push(performance.now() - asked);
        networks += timings.inference;
      }
    };
    await Promise.all(Array.from({ length: clients }, client));
    const spent = performance.now() - started;
    delay.disable();
    return {
      clients,
      ...size,
      perSecond: (answers.length / spent) * 1000,
      answer: spreadOf(answers),
      ratio: (spent * size.workers) / networks,
      loopDelayMs: delay.max / 1e6,
    };
  } finally {
    await pool.close();
  }
}
