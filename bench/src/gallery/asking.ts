import { monitorEventLoopDelay } from 'node:perf_hooks';
import { percentile } from '../statistics.js';
import type { Asked } from './server-modules.js';
import type { SyntheticProbe } from './synthetic-people.js';

export type Ask = (probe: SyntheticProbe) => Promise<Asked>;

/** How long searches took, and what they found. */
export interface Measured {
  readonly searches: number;
  readonly clients: number;
  /** Milliseconds from the question to the answer, in the process that asks. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  readonly perSecond: number;
  /** How many were answered by which way. */
  readonly by: Readonly<Record<string, number>>;
  /** How many named the right person first; of strangers none can. */
  readonly right: number;
  /** Milliseconds by which the asking process's timers were late. */
  readonly loopDelay: { readonly p50: number; readonly p99: number; readonly most: number };
}

/**
 * So many clients at once, each of which asks again as soon as it is answered: once for every probe, or over and over for
 * as long as somebody wants.
 */
export async function measure(
  ask: Ask,
  probes: readonly SyntheticProbe[],
  clients: number,
  wanted?: () => boolean,
): Promise<Measured> {
  const took: number[] = [];
  const by: Record<string, number> = {};
  let [used, right] = [0, 0];
  const client = async () => {
    while (wanted ? wanted() : used < probes.length) {
      const probe = probes[used++ % probes.length]!;
      const asked = performance.now();
      const answer = await ask(probe);
      took.push(performance.now() - asked);
      by[answer.by] = (by[answer.by] ?? 0) + 1;
      if (probe.personId && answer.candidates[0]?.personId === probe.personId) right++;
    }
  };
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  loop.disable();
  return {
    searches: took.length,
    clients,
    p50: percentile(took, 0.5),
    p95: percentile(took, 0.95),
    p99: percentile(took, 0.99),
    most: percentile(took, 1),
    perSecond: took.length / seconds,
    by,
    right,
    loopDelay: {
      p50: loop.percentile(50) / 1e6,
      p99: loop.percentile(99) / 1e6,
      most: loop.max / 1e6,
    },
  };
}
