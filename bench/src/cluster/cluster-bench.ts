import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { aftermath, type Aftermath } from './aftermath.js';
import { BLOWS } from './blows.js';
import { Cluster } from './cluster.js';
import { hurt, type Hurt } from './hurt.js';
import type { Acknowledged } from './kiosk.js';
import { reconcile, type Reconciliation } from './reconcile.js';
import { aKiosk, enrolAll, Staff } from './staff.js';
import { throughput, type Throughput } from './throughput.js';
import { together, type Together } from './together.js';

const KIOSKS = 8;
const ROUNDS = 2;

export interface ClusterResult {
  readonly pack: string;
  /** Of a frame as the kiosks send it, on average. */
  readonly frameBytes: number;
  /** In turns: one server, two, and one that runs as many networks at once as two. */
  readonly throughput: readonly Throughput[];
  /** Frames a second of two servers with one network each over those of one, and over those of one with two. */
  readonly ratio: { readonly toOneNetwork: number; readonly toTwoNetworks: number };
  readonly together: Together;
  readonly hurts: readonly Hurt[];
  /** Over the whole measurement. */
  readonly reconciliation: Reconciliation;
  readonly aftermath: Aftermath;
}

/** Two servers, two workers, Postgres, Redis and a proxy: loaded, hurt, and asked afterwards what became of it all. */
export async function clusterBench(
  pack: string,
  seconds: number,
  say: (line: string) => void,
): Promise<ClusterResult> {
  const folder = await mkdtemp(join(tmpdir(), 'rollcall-cluster-people-'));
  const staff = new Staff();
  try {
    return await Cluster.with(pack, (cluster) => measure(cluster, { pack, staff, folder, seconds }, say));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Plan {
  readonly pack: string;
  readonly staff: Staff;
  readonly folder: string;
  readonly seconds: number;
}

async function measure(
  cluster: Cluster,
  { pack, staff, folder, seconds }: Plan,
  say: (line: string) => void,
): Promise<ClusterResult> {
  const colleagues = await staff.colleagues();
  const frames = colleagues.map(({ frame }) => frame);
  await cluster.admin().json('PUT', '/recognition/settings', { duplicateWindowSeconds: 0 });
  await enrolAll(cluster, colleagues);
  const kiosks = await Promise.all(Array.from({ length: KIOSKS }, () => aKiosk(cluster)));
  const [one, two] = cluster.servers as [Cluster['servers'][0], Cluster['servers'][0]];
  const sides = { first: await aKiosk(cluster, () => one.url), second: await aKiosk(cluster, () => two.url) };
  const acknowledged: Acknowledged[] = [];
  const keep = <T>({ measured, ...rest }: { measured: T; acknowledged: readonly Acknowledged[] }): T => {
    acknowledged.push(...rest.acknowledged);
    return measured;
  };

  const rates: Throughput[] = [];
  const alone = cluster.alone!;
  for (const arrangement of Array.from({ length: ROUNDS }, () => [
    { servers: [one], networks: 1 },
    { servers: [one, two], networks: 2 },
    { servers: [alone], networks: 2 },
  ]).flat()) {
    const { servers, networks } = arrangement;
    say(`Throughput: ${servers.length} server(s), ${networks} network(s)`);
    if (servers[0] === alone) await alone.start();
    rates.push(keep(await throughput(cluster, arrangement, kiosks, frames, seconds)));
    await alone.stop();
  }
  say('What one server knows of the other');
  const known = keep(await together(cluster, sides, colleagues, await staff.newcomers()));
  const hurts: Hurt[] = [];
  for (const blow of BLOWS) {
    say(blow.name);
    hurts.push(keep(await hurt({ cluster, staff, kiosks, frames, folder, seconds }, blow)));
  }
  const perSecond = (servers: number, networks: number) => {
    const same = rates.filter((rate) => rate.servers === servers && rate.networks === networks);
    return same.reduce((sum, rate) => sum + rate.perSecond, 0) / same.length;
  };
  const devices = [...kiosks, sides.first, sides.second].map(({ id }) => id);
  const reconciliation = await reconcile(cluster.services.databaseUrl, devices, acknowledged);
  return {
    pack,
    frameBytes: Math.round(frames.reduce((sum, { length }) => sum + length, 0) / frames.length),
    throughput: rates,
    ratio: {
      toOneNetwork: perSecond(2, 2) / perSecond(1, 1),
      toTwoNetworks: perSecond(2, 2) / perSecond(1, 2),
    },
    together: known,
    hurts,
    reconciliation,
    aftermath: await aftermath(cluster),
  };
}
