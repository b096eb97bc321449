import type Bull from 'bull';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { gate, JobStage, QUEUES, untilStopped } from './support/job-stage.js';
import { aDatabase } from './support/test-database.js';

const inRedis = process.env['REDIS_URL'] ? describe : describe.skip;

inRedis('jobs in a Redis that forgets', () => {
  it('wait in the database, and none is lost', async () => {
    const stage = await JobStage.open(QUEUES.at(-1)![1]);
    const { opened, open } = gate();
    const ran: string[] = [];
    stage.script = async (_, { jobId, attempt }) => {
      await opened;
      if (attempt === 1 && ran.length % 2 === 0) throw new Error('again, later'); // This wait is in Redis, too.
      ran.push(jobId);
    };
    const ids = [await stage.enqueue()]; // The first of them has a hand before the others ask for one.
    await stage.until(ids[0] ?? '', 'active');
    ids.push(...(await Promise.all(Array.from({ length: 11 }, () => stage.enqueue()))));
    const redis = stage.rollcall.app.get<{ giving: Bull.Queue }>(JobQueue);
    expect(await redis.giving.getWaitingCount()).toBeGreaterThan(5);
    await redis.giving.client.flushdb();
    open();
    for (const id of ids) await stage.until(id, 'completed');
    expect(ran.sort()).toEqual(ids.sort());
    await stage.close();
  });
});

describe.each(QUEUES)('a server that stops, its jobs queued %s', (_name, settings) => {
  it('hands them back, and the next one runs them', async () => {
    const database = await aDatabase();
    const first = await JobStage.open(settings, database, (_, { signal }) => untilStopped(signal));
    const id = await first.enqueue();
    await first.until(id, 'active'); // Asked for together, any two of the three might have the two hands.
    const ids = [id, ...(await Promise.all([first.enqueue(), first.enqueue()]))];
    await first.close();

    const second = await JobStage.open(settings, database, async (_, { attempt }) => ({ attempt }));
    for (const id of ids) {
      expect(await second.until(id, 'completed')).toMatchObject({ attempts: 1, result: { attempt: 1 } });
    }
    await second.close();
    await database.drop();
  });
});
