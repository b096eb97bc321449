import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import type { ImportWatch } from './import-watch.js';
import type { ImportSize } from './staff.js';

const REDIS_AWAY_MS = 10_000;
const DEAD_MS = 3_000;

/** What a blow has at hand. */
export interface Means {
  /** Starts the next of its imports. */
  readonly begin: () => ImportWatch;
  /** Called at the moment of the blow. */
  readonly hit: () => void;
}

/** One thing that goes wrong while kiosks and workers work. */
export interface Blow {
  readonly name: string;
  /** Those that run meanwhile; none where it is not about jobs. */
  readonly imports: readonly ImportSize[];
  /** Resolves when what was hurt was started again. */
  strike(cluster: Cluster, means: Means): Promise<void>;
}

export const BLOWS: readonly Blow[] = [
  {
    name: 'server restarted (SIGTERM)',
    imports: [],
    async strike({ servers: [server] }, { hit }) {
      hit();
      await server!.stop();
      await server!.start();
    },
  },
  {
    name: 'server killed (kill -9)',
    imports: [],
    async strike({ servers: [server] }, { hit }) {
      hit();
      await server!.kill();
      await sleep(DEAD_MS);
      await server!.start();
    },
  },
  {
    name: 'worker killed (kill -9)',
    imports: [{ people: 14, photosEach: 20 }],
    async strike({ workers }, { begin, hit }) {
      const pid = await begin().runner();
      const worker = workers.find((each) => each.pid === pid);
      if (!worker) throw new Error(`No worker of this cluster runs the import, but process ${pid}.`);
      hit();
      await worker.kill();
      await sleep(DEAD_MS);
      await worker.start();
    },
  },
  {
    // One import runs when it goes, another is asked for while it is away.
    name: 'Redis gone for 10 s',
    imports: [
      { people: 10, photosEach: 12 },
      { people: 8, photosEach: 4 },
    ],
    async strike({ services }, { begin, hit }) {
      await begin().runner();
      hit();
      await services.killRedis();
      begin();
      await sleep(REDIS_AWAY_MS);
      await services.startWhatIsDown();
    },
  },
  ...(['fast', 'immediate'] as const).map((mode): Blow => ({
    name: `Postgres restarted (${mode})`,
    imports: [{ people: 10, photosEach: 10 }],
    async strike({ services }, { begin, hit }) {
      await begin().runner();
      hit();
      await services.restartPostgres(mode);
    },
  })),
];
