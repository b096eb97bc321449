import type { CheckInAnswer, CheckInRecord, Face, Page, Readiness } from '@rollcall/contracts';
import { v7 as uuidv7 } from 'uuid';
import { CheckInHistory } from '../src/check-in/check-in-history.js';
import { Config } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';
import { aConsentingPerson, aKiosk, anEnrolledPerson, aPerson, aSite } from './support/builders.js';
import type { Client } from './support/client.js';
import { EventStream } from './support/event-stream.js';
import { Line } from './support/line.js';
import { ADMIN, Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';
import { aDatabase, type TestDatabase } from './support/test-database.js';

/** The embedded database has no line that could be cut. */
const onPostgres = process.env['DATABASE_URL'] ? describe : describe.skip;

onPostgres('while the database is away', () => {
  let own: TestDatabase;
  let line: Line;
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    own = await aDatabase();
    line = await Line.to(own.database.options().url!);
    const database = await Database.open(Config.from({ DATABASE_URL: line.url }));
    const stage = { database: { database, drop: async () => {} } };
    rollcall = await Rollcall.start({ BLOBS: 'database' }, stage);
    admin = await rollcall.admin();
  });
  afterEach(() => line.mend());
  afterAll(async () => {
    await rollcall.stop();
    line.close();
    await own.drop();
  });

  const eventually = async <T>(ask: () => Promise<T>): Promise<T> => {
    for (let tries = 1; ; tries++) {
      try {
        return await ask();
      } catch (error) {
        if (tries === 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };

  it('requests are told to come again, as a problem with Retry-After, never as a fault of ours', async () => {
    const { kiosk } = await aKiosk(rollcall);
    const json = { 'Content-Type': 'application/json' };
    line.cut();
    const refused = [
      await admin.answer('GET', '/people'),
      await admin.answer('POST', '/people', JSON.stringify(aPerson()), json),
      await rollcall.anyone().answer('POST', '/auth/login', JSON.stringify(ADMIN), json),
      await kiosk.answer('POST', '/check-ins', new Uint8Array(aPhoto()), { 'Content-Type': 'image/jpeg' }),
    ];
    for (const { status, headers, text } of refused) {
      expect(JSON.parse(text)).toMatchObject({ status: 503, code: 'UNAVAILABLE' });
      expect([status, headers.get('retry-after')]).toEqual([503, '2']);
      expect(headers.get('content-type')).toContain('application/problem+json');
    }
  });

  it('it is not ready and says why, lives on, and tells what it can measure', async () => {
    line.cut();
    const { status, text } = await rollcall.anyone().answer('GET', '/health/ready');
    expect(status).toBe(503);
    expect((JSON.parse(text) as Readiness).checks['database']).toMatchObject({ ok: false });
    await rollcall.anyone().get('/health/live');
    const metrics = await rollcall.anyone().answer('GET', '/metrics');
    expect(metrics.status).toBe(200);
    expect(metrics.text).toContain('rollcall_jobs_waiting Nan');
    expect(metrics.text).toContain('process_cpu_seconds_total');
    line.mend();
    await eventually(() => rollcall.anyone().get('/health/ready'));
  });

  it('what came before is there again afterwards, and the next request is answered', async () => {
    const site = await aSite(admin);
    line.cut();
    await admin.get('/sites', 503);
    line.mend();
    const { items } = await eventually(() => admin.get<Page<{ id: string }>>('/sites'));
    expect(items.map(({ id }) => id)).toContain(site.id);
  });

  it('a check-in whose COMMIT was not answered is recorded once, with its frame, when it is sent again', async () => {
    const person = await anEnrolledPerson(admin, 3);
    const { kiosk } = await aKiosk(rollcall);
    const key = { 'Idempotency-Key': 'in doubt' };
    await kiosk.frame(aPhoto({ who: 3 }), 201); // lastSeenAt is written now.
    rollcall.clock.advance(10);
    await admin.put('/recognition/settings', { duplicateWindowSeconds: 0 });
    line.cutAtNextCommit();
    await kiosk.frame(aPhoto({ who: 3 }), 503, key);
    line.mend();
    const again = await eventually(() => kiosk.frame<CheckInAnswer>(aPhoto({ who: 3 }), 200, key));
    const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?personId=${person.id}`);
    expect(items).toHaveLength(2);
    expect(items[0]).toMatchObject({ id: again.id, decision: 'matched', hasFrame: true });
    expect((await admin.picture(`/check-ins/${again.id}/frame`)).bytes).toEqual(aPhoto({ who: 3 }));
  });

  it('an enrolment whose COMMIT was not answered keeps its photo, and the same photo again is the same face', async () => {
    const person = await aConsentingPerson(admin);
    const enrol = (status: number) =>
      admin.upload<Face>(`/people/${person.id}/faces`, [['photo', aPhoto({ who: 4 })]], status);
    line.cutAtNextCommit();
    await enrol(503);
    line.mend();
    const face = await eventually(() => enrol(201));
    expect(await admin.get(`/people/${person.id}/faces`)).toMatchObject({ items: [{ id: face.id }] });
    const { bytes } = await admin.picture(`/people/${person.id}/faces/${face.id}/photo`);
    expect(bytes).toEqual(aPhoto({ who: 4 }));
  });

  it('a live feed that was cut with it goes on where it was', async () => {
    const { kiosk } = await aKiosk(rollcall);
    const stream = await EventStream.open(admin, '/check-ins/stream');
    await kiosk.frame(aPhoto({ who: 9 }), 201);
    await stream.next();
    line.cut();
    line.mend();
    const { id } = await eventually(() => kiosk.frame<CheckInAnswer>(aPhoto({ who: 9 }), 201));
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id });
    await stream.close();
  });

  const history = () => rollcall.app.get(CheckInHistory, { strict: false });

  it('a live feed that heard of a check-in in the last moment tells of it afterwards', async () => {
    const { kiosk } = await aKiosk(rollcall);
    const stream = await EventStream.open(admin, '/check-ins/stream');
    const reading = jest.spyOn(history(), 'record').mockImplementationOnce(() => {
      line.cut();
      setTimeout(() => line.mend(), 300);
      return rollcall.sql('SELECT 1') as Promise<never>;
    });
    const { id } = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 9 }), 201);
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id });
    expect(reading).toHaveBeenCalledTimes(2);
    reading.mockRestore();
    await stream.close();
  });

  it('a live feed that did not hear of a check-in finds it, though looking fails once', async () => {
    const { kiosk } = await aKiosk(rollcall);
    const stream = await EventStream.open(admin, '/check-ins/stream');
    const { id } = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 9 }), 201);
    await stream.next();
    const looking = jest
      .spyOn(history(), 'idsAfter')
      .mockRejectedValueOnce(new Error('Connection terminated'));
    line.cut();
    const untold = uuidv7();
    const direct = own.database.newClient();
    await direct.connect();
    await direct.query(
      `INSERT INTO check_ins
       SELECT (jsonb_populate_record(c, jsonb_build_object('id', $2::text))).* FROM check_ins c WHERE id = $1`,
      [id, untold],
    );
    await direct.end();
    line.mend();
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id: untold });
    looking.mockRestore();
    await stream.close();
  });
});
