import { setTimeout as sleep } from 'node:timers/promises';
import type { Cluster } from './cluster.js';
import type { ImportWatch } from './import-watch.js';

const REDIS_AWAY_MS = 10_000;
const DEAD_MS = 3_000;

/** One thing that goes wrong while kiosks and workers work. */
export interface Blow {
  readonly name: string;
  /** Of an import that runs meanwhile; 0 where it is not about jobs. */
  readonly people: number;
  readonly photosEach: number;
  /** Resolves when what was hurt is there again. */
  strike(cluster: Cluster, begin: () => ImportWatch): Promise<void>;
}

export const BLOWS: readonly Blow[] = [
  {
    name: 'server restarted (SIGTERM)',
    people: 0,
    photosEach: 0,
    async strike({ servers: [server] }) {
      await server!.stop();
      await server!.start();
    },
  },
  {
    name: 'server killed (kill -9)',
    people: 0,
    photosEach: 0,
    async strike({ servers: [server] }) {
      await server!.kill();
      await sleep(DEAD_MS);
      await server!.start();
    },
  },
  {
    name: 'worker killed (kill -9)',
    people: 20,
    photosEach: 15,
    async strike({ workers }, begin) {
      const pid = await begin().runner();
      const worker = workers.find((each) => each.pid === pid);
      if (!worker) throw new Error(`No worker of this cluster runs the import, but process ${pid}.`);
      await worker.kill();
      await sleep(DEAD_MS);
      await worker.start();
    },
  },
  {
    name: 'Redis gone for 10 s',
    people: 10,
    photosEach: 4,
    async strike({ services }, begin) {
      await services.killRedis();
      begin();
      await sleep(REDIS_AWAY_MS);
      await services.startWhatIsDown();
    },
  },
  {
    name: 'Postgres restarted (fast)',
    people: 10,
    photosEach: 10,
    async strike({ services }, begin) {
      await begin().runner();
      await services.restartPostgres('fast');
    },
  },
  {
    name: 'Postgres restarted (immediate)',
    people: 10,
    photosEach: 10,
    async strike({ services }, begin) {
      await begin().runner();
      await services.restartPostgres('immediate');
    },
  },
];
