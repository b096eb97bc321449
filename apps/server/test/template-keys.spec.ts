import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckInAnswer, JobAccepted } from '@rollcall/contracts';
import { ServingGallery } from '../src/gallery/serving-gallery.js';
import { TemplateKeys } from '../src/gallery/template-keys.js';
import { Database } from '../src/platform/database/database.js';
import { anEnrolledPerson, aKiosk } from './support/builders.js';
import { finishedJob } from './support/finished-job.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, DIMENSION } from './support/scripted-face-engine.js';
import { aDatabase } from './support/test-database.js';

const WAITING = `
  SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
const key = () => randomBytes(32).toString('base64');

describe('a new template key', () => {
  const secret = { ROLLCALL_SECRET_KEY: key(), BLOBS: 'database' };
  const [first, second, third] = [key(), key(), key()];
  let database: Awaited<ReturnType<typeof aDatabase>>;
  let rollcall: Rollcall;
  beforeAll(async () => (database = await aDatabase()));
  afterAll(async () => {
    await rollcall.stop();
    await database.drop();
  });

  const start = async (keys: string) => {
    rollcall = await Rollcall.start({ ...secret, ROLLCALL_TEMPLATE_KEYS: keys }, { database });
    await rollcall.app.get(ServingGallery).follow();
    return rollcall.admin();
  };
  const look = async (who: number) => {
    const { kiosk } = await aKiosk(rollcall, { showScores: true, direction: 'in' });
    return kiosk.frame<CheckInAnswer>(aPhoto({ who, likeness: 0.8 }), 201);
  };
  const stored = () =>
    rollcall.sql<{ keyId: string; embedding: string }>(
      'SELECT key_id AS "keyId", embedding::text AS embedding FROM face_templates ORDER BY created_at, id',
    );

  it('keeps a stolen table from matching anything that the model computes', async () => {
    const admin = await start(first);
    for (const who of [1, 2, 3]) await anEnrolledPerson(admin, who);
    for (const [i, { embedding }] of (await stored()).entries()) {
      // The model's own vector of that person is an axis: the cosine is one entry of what was stored.
      const vector = JSON.parse(embedding) as number[];
      expect(Math.abs(vector[i + 1 + 'scripted'.length]!)).toBeLessThan(0.3);
      expect(vector).toHaveLength(DIMENSION);
    }
  });

  it('serves once every template was re-issued, and the old ones are gone', async () => {
    const before = await stored();
    await rollcall.stop();
    const admin = await start(`${second},${first}`);
    expect(await look(2)).toMatchObject({ decision: 'matched', similarity: expect.closeTo(0.8, 5) });

    const { jobId } = await admin.post<JobAccepted>('/gallery/rotate-key', {}, 202);
    const during = await look(1);
    const job = await finishedJob(admin, jobId);
    expect(job).toMatchObject({ state: 'completed', result: { templates: 3 } });
    expect(during).toMatchObject({ decision: 'matched', similarity: expect.closeTo(0.8, 5) });

    const after = await stored();
    expect(after).toHaveLength(3);
    expect(new Set(after.map(({ keyId }) => keyId)).size).toBe(1);
    expect(after[0]!.keyId).not.toBe(before[0]!.keyId);
    for (const { embedding } of after) expect(before.map((each) => each.embedding)).not.toContain(embedding);
    const found = await look(3);
    expect(found).toMatchObject({ decision: 'matched', similarity: expect.closeTo(0.8, 5) });
  });

  it('is not asked for twice', async () => {
    const admin = await rollcall.admin();
    await admin.refused(admin.post('/gallery/rotate-key', {}, 409), 'KEY_ALREADY_SERVES');
  });

  it('needs the old one no longer', async () => {
    await rollcall.stop();
    const admin = await start(second);
    expect(await look(1)).toMatchObject({ person: {}, similarity: expect.closeTo(0.8, 5) });
    await anEnrolledPerson(admin, 9);
    expect((await look(9)).decision).toBe('matched');
  });

  // One connection has the embedded database, and no other server.
  (process.env['DATABASE_URL'] ? it : it.skip)(
    'that another server changed to a moment ago is the one that a face is enrolled under',
    async () => {
      await rollcall.stop();
      const admin = await start(`${third},${second}`);
      const [serving] = await rollcall.sql<{ keyId: string }>('SELECT key_id AS "keyId" FROM gallery_state');
      const keyId = serving!.keyId;
      const newest = rollcall.app.get(TemplateKeys).newest;
      expect(newest).not.toBe(keyId);
      const other = rollcall.app.get(Database).newClient();
      await other.connect();
      await other.query('BEGIN');
      await other.query('SELECT FROM gallery_state FOR UPDATE');
      const enrolled = anEnrolledPerson(admin, 11);
      while ((await rollcall.sql(WAITING)).length === 0) await sleep(20);
      await other.query('UPDATE gallery_state SET key_id = $1', [newest]);
      await other.query('COMMIT');
      await other.end();
      const { id } = await enrolled;
      const kept = await rollcall.sql('SELECT key_id AS "keyId" FROM face_templates WHERE person_id = $1', [
        id,
      ]);
      expect(kept).toEqual([{ keyId: newest }]);
      await rollcall.sql('UPDATE gallery_state SET key_id = $1', [keyId]);
      await finishedJob(admin, (await admin.post<JobAccepted>('/gallery/rotate-key', {}, 202)).jobId);
      expect((await look(11)).decision).toBe('matched');
    },
  );

  it('lost, stops the start with a line that says what to do', async () => {
    await rollcall.stop();
    await expect(start(first)).rejects.toThrow(/ROLLCALL_TEMPLATE_KEYS/);
    await start(`${third},${second}`);
  });
});
