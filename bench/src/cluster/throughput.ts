import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import { Crowd } from './crowd.js';
import type { Acknowledged, Kiosk } from './kiosk.js';
import type { Member } from './member.js';
import { coresOfOthers } from './others.js';
import { latencyOf, tally, type Latency } from './spans.js';

const WARM_UP_MS = 3_000;

export interface Throughput {
  readonly servers: number;
  /** Networks that run at once, with one thread each, over all servers. */
  readonly networks: number;
  /** Cores that others took just before. */
  readonly coresOfOthers: number;
  readonly kiosks: number;
  readonly seconds: number;
  readonly answered: number;
  readonly perSecond: number;
  readonly latencyMs: Latency;
  readonly decisions: Record<string, number>;
  readonly faults: Record<string, number>;
}

/** How many frames kiosks get answered that send the next one as soon as the last is answered. */
export async function throughput(
  cluster: Cluster,
  { servers, networks }: { servers: readonly Member[]; networks: number },
  kiosks: readonly Kiosk[],
  frames: readonly Uint8Array[],
  seconds: number,
): Promise<{ measured: Throughput; acknowledged: readonly Acknowledged[] }> {
  await cluster.spread(servers);
  const others = await coresOfOthers();
  const crowd = Crowd.gather(kiosks, frames);
  await sleep(WARM_UP_MS);
  const [from, until] = [performance.now(), performance.now() + seconds * 1000];
  await sleep(seconds * 1000);
  const acknowledged = await crowd.leave();
  const counted = acknowledged.filter(({ answeredAt }) => answeredAt >= from && answeredAt < until);
  await cluster.spread(cluster.servers);
  return {
    acknowledged,
    measured: {
      servers: servers.length,
      networks,
      coresOfOthers: others,
      kiosks: kiosks.length,
      seconds,
      answered: counted.length,
      perSecond: counted.length / seconds,
      latencyMs: latencyOf(counted),
      decisions: tally(counted.map(({ answer }) => answer.decision)),
      faults: tally(counted.flatMap(({ faults }) => faults)),
    },
  };
}
