import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckInAnswer, CheckInRecord, RecognitionSettings } from '@rollcall/contracts';
import { v7 as uuidv7 } from 'uuid';
import { Broadcast } from '../src/platform/broadcast/broadcast.js';
import { JobQueue } from '../src/platform/jobs/job-queue.js';
import { aKiosk } from './support/builders.js';
import { EventStream } from './support/event-stream.js';
import { JobStage, QUEUES, untilStopped } from './support/job-stage.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';
import { aDatabase, type TestDatabase } from './support/test-database.js';

/** Only a real Postgres can be shared. */
const onPostgres = process.env['DATABASE_URL'] ? describe : describe.skip;

onPostgres('two servers on one database', () => {
  let database: TestDatabase;
  let one: Rollcall;
  let two: Rollcall;
  beforeAll(async () => {
    database = await aDatabase();
    one = await Rollcall.start({}, { database });
    two = await Rollcall.start({}, { database });
  });
  afterAll(async () => {
    await one.stop();
    await two.stop();
    await database.drop();
  });

  const cutListeners = () =>
    one.sql(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
             WHERE datname = current_database() AND (query LIKE 'LISTEN%' OR query LIKE 'SELECT pg_notify%')`);

  it('see the check-ins of each other, every one once, with scores for those who may have them', async () => {
    const { kiosk } = await aKiosk(one);
    const streams = [
      await EventStream.open(await one.admin(), '/check-ins/stream'),
      await EventStream.open(await two.admin(), '/check-ins/stream'),
    ];
    const sent: string[] = [];
    for (let i = 0; i < 3; i++) sent.push((await kiosk.frame<CheckInAnswer>(aPhoto({ who: 5 }), 201)).id);
    for (const stream of streams) {
      const heard: CheckInRecord[] = [];
      while (heard.length < 3) heard.push(JSON.parse((await stream.next()).data));
      expect(heard.map(({ id }) => id)).toEqual(sent);
      expect(heard[0]).toMatchObject({ decision: 'unknown', threshold: expect.any(Number) });
      await expect(stream.next(300)).rejects.toThrow('in time');
      await stream.close();
    }
  });

  it('follow a change of the settings at once', async () => {
    const [admin, other] = [await one.admin(), await two.admin()];
    for (const threshold of [0.61, 0.62, 0.63]) {
      await other.get('/recognition/settings'); // Now the old value is fresh there.
      await admin.put('/recognition/settings', { threshold });
      await sleep(100);
      expect(await other.get<RecognitionSettings>('/recognition/settings')).toMatchObject({ threshold });
    }
  });

  it('catch up on what they missed while the connection was cut', async () => {
    const { kiosk } = await aKiosk(one);
    const stream = await EventStream.open(await two.admin(), '/check-ins/stream');
    await kiosk.frame(aPhoto({ who: 6 }), 201);
    await stream.next();
    await cutListeners();
    const { id } = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 7 }), 201);
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id });
    await expect(stream.next(500)).rejects.toThrow('in time');
    const later = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 8 }), 201);
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id: later.id });
    await stream.close();
  });

  it('look for what was written while nobody told them', async () => {
    const { kiosk } = await aKiosk(one);
    const { id } = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 9 }), 201);
    const stream = await EventStream.open(await two.admin(), '/check-ins/stream');
    const untold = uuidv7();
    await one.sql(
      `INSERT INTO check_ins
       SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::text))).* FROM check_ins c WHERE id = $1`,
      [id, untold],
    );
    await expect(stream.next(300)).rejects.toThrow('in time');
    await cutListeners();
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id: untold });
    await stream.close();
  });

  it('refuse a message that Postgres would not carry', () => {
    expect(() => one.app.get(Broadcast).tell('test', 'x'.repeat(8_000))).toThrow('Too long');
  });
});

describe.each(QUEUES)('two servers that run jobs, queued %s', (_name, settings) => {
  if (!process.env['DATABASE_URL']) return it.todo('share a Postgres');

  let database: TestDatabase;
  let one: JobStage;
  let two: JobStage;
  beforeAll(async () => {
    database = await aDatabase();
    one = await JobStage.open(settings, database);
    two = await JobStage.open(settings, database);
  });
  afterAll(async () => {
    await one.close();
    await two.close();
    await database.drop();
  });

  it('share them, and never run one twice', async () => {
    const runs: { id: string; by: JobStage }[] = [];
    for (const by of [one, two]) {
      by.script = async (_, { jobId }) => {
        runs.push({ id: jobId, by });
        await sleep(20);
      };
    }
    const ids = await Promise.all(Array.from({ length: 40 }, () => one.enqueue()));
    for (const stage of [one, two]) {
      const queue = stage.rollcall.app.get(JobQueue);
      ids.forEach((id) => queue.dispatch({ id, turn: 'again', delayMs: 0 }));
    }
    for (const id of ids) await one.until(id, 'completed');
    expect(runs.map(({ id }) => id).sort()).toEqual(ids.sort());
    expect(new Set(runs.map(({ by }) => by)).size).toBe(2);
  });

  it('cancel what the other one runs, and follow it to its end', async () => {
    for (const stage of [one, two]) stage.script = (_, { signal }) => untilStopped(signal);
    const ids = await Promise.all([one.enqueue(), one.enqueue(), one.enqueue(), one.enqueue()]);
    for (const id of ids) await one.until(id, 'active');
    const admin = await two.rollcall.admin();
    for (const id of ids) {
      const stream = await EventStream.open(admin, `/jobs/${id}/stream`);
      await admin.post(`/jobs/${id}/cancel`, {}, 200);
      const states: string[] = [];
      while (states.at(-1) !== 'cancelled') {
        states.push((JSON.parse((await stream.next()).data) as { state: string }).state);
      }
      expect(states[0]).toBe('active');
    }
  });
});
