import { setTimeout as sleep } from 'node:timers/promises';
import type { CheckInAnswer, Face, GalleryStatus, Page } from '@rollcall/contracts';
import { anEnrolledPerson, aKiosk, aConsentingPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, DIMENSION } from './support/scripted-face-engine.js';
import { ServingGallery } from '../src/gallery/serving-gallery.js';
import { FaceGallery } from '../src/gallery/face-gallery.js';

const inMemory = { GALLERY_IN_MEMORY: 'true' };
const inDatabase = { GALLERY_IN_MEMORY: 'false' };

describe.each([
  ['memory', inMemory],
  ['scan', inDatabase],
])('the gallery, searched by %s', (by, settings) => {
  let rollcall: Rollcall;
  let admin: Client;
  let kiosk: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start(settings);
    admin = await rollcall.admin();
    ({ kiosk } = await aKiosk(rollcall, { showScores: true }));
    await rollcall.app.get(ServingGallery).follow();
  });
  afterAll(() => rollcall.stop());

  const look = (who: number, likeness = 0.9) => kiosk.frame<CheckInAnswer>(aPhoto({ who, likeness }), 201);
  const ask = (who: number) => {
    const embedding = new Float32Array(DIMENSION);
    embedding[who + 'scripted'.length] = 1;
    return rollcall.app
      .get(FaceGallery)
      .ask({ embedding, modelId: rollcall.engine.pack.modelId }, { limit: 2 });
  };

  it('says what it is searched by', async () => {
    await anEnrolledPerson(admin, 1);
    expect((await ask(1)).by).toBe(by);
    const status = await admin.get<GalleryStatus>('/gallery');
    expect(status).toMatchObject({ searchedBy: by, faults: [], index: { state: 'not-needed' } });
    expect(status.memory.state).toBe(by === 'memory' ? 'ready' : 'off');
  });

  it('knows a face from the moment on in which it was enrolled, and no longer when it is gone', async () => {
    const person = await anEnrolledPerson(admin, 2);
    expect(await look(2)).toMatchObject({ decision: 'matched', person: { id: person.id } });
    const { items } = await admin.get<Page<Face>>(`/people/${person.id}/faces`);
    await admin.delete(`/people/${person.id}/faces/${items[0]!.id}`, 204);
    expect(await look(2)).toMatchObject({ decision: 'unknown', person: null });
  });

  it('does not name inactive people, and names them again when they are back', async () => {
    const person = await anEnrolledPerson(admin, 3);
    await admin.patch(`/people/${person.id}`, { status: 'inactive' });
    expect((await look(3)).decision).toBe('unknown');
    await admin.patch(`/people/${person.id}`, { status: 'active' });
    expect((await look(3)).decision).toBe('matched');
  });

  it('scores a person by the best of their templates, exactly', async () => {
    const person = await aConsentingPerson(admin);
    for (const likeness of [1, 0.9, 0.8]) {
      await admin.upload(`/people/${person.id}/faces`, [['photo', aPhoto({ who: 4, likeness })]], 201);
    }
    const { similarity } = await look(4, 0.7);
    expect(similarity).toBeCloseTo(0.7, 5);
  });

  it('says which photo of a person resembles none of the others', async () => {
    const person = await aConsentingPerson(admin);
    const enroll = (who: number, likeness: number) =>
      admin.upload<Face>(`/people/${person.id}/faces`, [['photo', aPhoto({ who, likeness })]], 201);
    expect(await enroll(5, 1)).toMatchObject({ likeness: null, outlier: false });
    expect(await enroll(5, 0.8)).toMatchObject({ likeness: expect.closeTo(0.8, 5), outlier: false });
    const odd = await enroll(77, 1);
    expect(odd.outlier).toBe(true);
    const { items } = await admin.get<Page<Face>>(`/people/${person.id}/faces`);
    expect(items.filter(({ outlier }) => outlier).map(({ id }) => id)).toEqual([odd.id]);
  });

  it('refuses the face of somebody else, an inactive one included', async () => {
    const owner = await anEnrolledPerson(admin, 6);
    await admin.patch(`/people/${owner.id}`, { status: 'inactive' });
    const other = await aConsentingPerson(admin);
    const upload = admin.upload(`/people/${other.id}/faces`, [['photo', aPhoto({ who: 6 })]], 422);
    expect(await admin.refused(upload, 'DUPLICATE_FACE')).toMatchObject({ personId: owner.id });
  });

  it('lets one face in once, however many enrol it in the same moment', async () => {
    const people = await Promise.all([1, 2, 3, 4].map(() => aConsentingPerson(admin)));
    const answers = await Promise.allSettled(
      people.map(({ id }) => admin.upload(`/people/${id}/faces`, [['photo', aPhoto({ who: 7 })]], 201)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('answers every check-in while its memory is thrown away and filled again', async () => {
    await anEnrolledPerson(admin, 8);
    const serving = rollcall.app.get(ServingGallery);
    let going = true;
    const refilling = (async () => {
      while (going) await serving.refill().then(() => sleep(1));
    })();
    const answers = [];
    for (let i = 0; i < 20; i++) answers.push((await look(8)).decision);
    going = false;
    await refilling;
    expect(answers).toEqual(['matched', ...Array.from({ length: 19 }, () => 'duplicate')]);
  });

  it('takes nothing that is no unit vector, or has another number of entries than its like', async () => {
    const [template] = await rollcall.sql<{ id: string }>('SELECT id FROM face_templates LIMIT 1');
    const zeros = `[${new Array(DIMENSION).fill(0).join()}]`;
    const long = `[2,${new Array(DIMENSION - 1).fill(0).join()}]`;
    for (const vector of [zeros, long, '[1,0,0]', null]) {
      const change = rollcall.sql('UPDATE face_templates SET embedding = $1 WHERE id = $2', [
        vector,
        template!.id,
      ]);
      await expect(change).rejects.toThrow(/face_templates_unit_length|have \d+ entries, not 3|not-null/);
    }
  });
});

describe('a memory that follows', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start(inMemory);
    admin = await rollcall.admin();
    for (const who of [1, 2, 3]) await anEnrolledPerson(admin, who);
    await rollcall.app.get(ServingGallery).follow();
  });
  afterAll(() => rollcall.stop());

  const memory = async () => (await admin.get<GalleryStatus>('/gallery')).memory;
  const follow = () => rollcall.app.get(ServingGallery).follow();

  it('takes in what changes, by its version', async () => {
    const before = await memory();
    expect(before).toMatchObject({ state: 'ready', templates: 3 });
    await anEnrolledPerson(admin, 4);
    await follow();
    const after = await memory();
    expect(after).toMatchObject({ templates: 4, version: after.galleryVersion });
    expect(after.version).toBeGreaterThan(before.version);
  });

  it('takes in a change of more people than it reads at once', async () => {
    await rollcall.sql(`
      WITH next AS (UPDATE gallery_state SET version = version + 1 RETURNING version)
      INSERT INTO gallery_changes SELECT next.version, gen_random_uuid() FROM next, generate_series(1, 2500)`);
    await anEnrolledPerson(admin, 5);
    await follow();
    const { templates, version, galleryVersion } = await memory();
    expect({ templates, version }).toEqual({ templates: 5, version: galleryVersion });
  });

  it('reads everything again where changes were swept before it saw them', async () => {
    await rollcall.sql('BEGIN; UPDATE gallery_state SET version = version + 5; COMMIT');
    await anEnrolledPerson(admin, 6);
    await follow();
    const { templates, version, galleryVersion } = await memory();
    expect({ templates, version }).toEqual({ templates: 6, version: galleryVersion });
  });

  it('is noticed when it holds another number than the database, and read again', async () => {
    await rollcall.sql('ALTER TABLE face_templates DISABLE TRIGGER face_templates_removed');
    await rollcall.sql('DELETE FROM face_templates WHERE id = (SELECT id FROM face_templates LIMIT 1)');
    await rollcall.sql('ALTER TABLE face_templates ENABLE TRIGGER face_templates_removed');
    const { faults } = await admin.get<GalleryStatus>('/gallery');
    expect(faults).toEqual([expect.stringContaining('Memory holds 6 templates, the database 5')]);
    await rollcall.app.get(ServingGallery).refill();
    expect(await memory()).toMatchObject({ templates: 5 });
  });
});
