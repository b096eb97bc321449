import type { Asked, MatchRule, ServerModules } from './server-modules.js';
import type { SyntheticProbe } from './synthetic-people.js';

/** What the server made of a probe. */
export interface Decided {
  readonly decision: string;
  /** The nearest person, recognised or not; null where there is nobody. */
  readonly personId: string | null;
  readonly similarity: number;
  readonly by: string;
}

/** Asks and judges as a check-in does, so many probes at a time; the answers are in the order of the probes. */
export async function decideAll(
  ask: (probe: SyntheticProbe) => Promise<Asked>,
  judge: ServerModules['judge'],
  rule: MatchRule,
  probes: readonly SyntheticProbe[],
  clients: number,
): Promise<Decided[]> {
  const decided: Decided[] = [];
  let used = 0;
  const client = async () => {
    for (let n = used++; n < probes.length; n = used++) {
      const probe = probes[n]!;
      const { candidates, by } = await ask(probe);
      const { decision } = judge({ face: {}, embedding: probe.embedding }, candidates, rule);
      const [best] = candidates;
      decided[n] = { decision, personId: best?.personId ?? null, similarity: best?.similarity ?? -1, by };
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return decided;
}
