import type { GalleryStatus, JobAccepted, Readiness } from '@rollcall/contracts';
import { FaceGallery } from '../src/gallery/face-gallery.js';
import { anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { finishedJob } from './support/finished-job.js';
import { Rollcall } from './support/rollcall.js';
import { DIMENSION } from './support/scripted-face-engine.js';

const inDatabase = { GALLERY_IN_MEMORY: 'false' };
const server = process.env['DATABASE_URL'] ? describe : describe.skip;

server('the index of a gallery on Postgres', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start(inDatabase);
    admin = await rollcall.admin();
    for (const who of [1, 2, 3]) await anEnrolledPerson(admin, who);
    await admin.put('/recognition/settings', { index: { from: 2, efSearch: 50 } });
  });
  afterAll(() => rollcall.stop());

  const repair = async () => {
    const { jobId } = await admin.post<JobAccepted>('/gallery/index', {}, 202);
    return finishedJob(admin, jobId);
  };
  const status = () => admin.get<GalleryStatus>('/gallery');

  it('is kept from fewer templates on where no server keeps the gallery in memory', async () => {
    const other = await Rollcall.start();
    const from = async (client: Client) => (await client.get<GalleryStatus>('/gallery')).index.neededFrom;
    expect(await from(await other.admin())).toBe(500_000);
    await other.stop();
    await admin.put('/recognition/settings', { index: { from: null } });
    expect(await from(admin)).toBe(50_000);
    await admin.put('/recognition/settings', { index: { from: 2 } });
  });

  it('is missed, said to be missing, and built by a job', async () => {
    expect((await status()).index).toMatchObject({ state: 'missing', neededFrom: 2 });
    const ready = await rollcall.anyone().get<Readiness>('/health/ready');
    expect(ready.checks['gallery']).toMatchObject({ ok: true, detail: expect.stringContaining('missing') });
    expect(await repair()).toMatchObject({ state: 'completed', result: { state: 'ready' } });
    expect(await status()).toMatchObject({ searchedBy: 'index', index: { state: 'ready' }, faults: [] });
  });

  it('is not said to lack templates that came after the database counted last', async () => {
    await rollcall.sql('ANALYZE face_templates');
    for (const who of [4, 5, 6]) await anEnrolledPerson(admin, who);
    const { index, templates, faults } = await status();
    expect(index.rows).toBeLessThan(0.9 * templates);
    expect(faults).toEqual([]);
    const ready = await rollcall.anyone().get<Readiness>('/health/ready');
    expect(ready.checks['gallery']).toEqual({ ok: true });
  });

  it('answers where it is beyond doubt, and everybody is compared where it is not', async () => {
    const ask = (likeness: number) => {
      const embedding = new Float32Array(DIMENSION);
      embedding[2 + 'scripted'.length] = likeness;
      embedding[DIMENSION - 1] = Math.sqrt(1 - likeness ** 2);
      return rollcall.app
        .get(FaceGallery)
        .ask({ embedding, modelId: rollcall.engine.pack.modelId }, { limit: 2 });
    };
    expect(await ask(0.9)).toMatchObject({
      by: 'index',
      candidates: [{ similarity: expect.closeTo(0.9, 5) }, {}],
    });
    expect(await ask(0.52)).toMatchObject({
      by: 'scan',
      candidates: [{ similarity: expect.closeTo(0.52, 5) }, {}],
    });
  });

  it('is built again when it became invalid, and under another name with other parameters', async () => {
    const { index } = await status();
    await rollcall.sql(`UPDATE pg_index SET indisvalid = false WHERE indexrelid = '${index.name}'::regclass`);
    expect((await status()).index.state).toBe('invalid');
    await repair();
    expect((await status()).index).toMatchObject({ state: 'ready', name: index.name });
    await admin.put('/recognition/settings', { index: { m: 8 } });
    expect((await status()).index.state).toBe('missing');
    await repair();
    const other = (await status()).index;
    expect(other.state).toBe('ready');
    expect(other.name).not.toBe(index.name);
    const left = await rollcall.sql("SELECT FROM pg_class WHERE relname LIKE 'face_templates_hnsw%'");
    expect(left).toHaveLength(1);
  });
});
