import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AgreementReport,
  CheckInAnswer,
  Face,
  JobAccepted,
  ModelList,
  PackInfo,
  Page,
  Problem,
} from '@rollcall/contracts';
import { ServingGallery } from '../src/gallery/serving-gallery.js';
import { aConsentingPerson, aKiosk, anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { finishedJob } from './support/finished-job.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const PEOPLE = 6;

describe('another model', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let kiosk: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    ({ kiosk } = await aKiosk(rollcall, { direction: 'in' }));
    await admin.put('/recognition/settings', { duplicateWindowSeconds: 0 });
    for (let who = 0; who < PEOPLE; who++) {
      const { id } = await aConsentingPerson(admin, { name: `Person ${who}` });
      for (const likeness of [1, 0.8]) {
        await admin.upload(`/people/${id}/faces`, [['photo', aPhoto({ who, likeness })]], 201);
      }
    }
    await rollcall.app.get(ServingGallery).follow();
  });
  afterAll(() => rollcall.stop());

  const models = async () => {
    const { items, previous } = await admin.get<ModelList>('/models');
    return { previous, ...Object.fromEntries(items.map(({ pack, ...rest }) => [pack, rest])) };
  };
  const prepare = async (pack: string) => {
    const { jobId } = await admin.post<JobAccepted>(`/models/${pack}/prepare`, {}, 202);
    return finishedJob(admin, jobId);
  };
  const look = (who: number) => {
    rollcall.clock.advance(60);
    return kiosk.frame<CheckInAnswer>(aPhoto({ who, likeness: 0.9 }), 201);
  };

  it('lies there, with nothing prepared', async () => {
    expect(await models()).toMatchObject({
      previous: null,
      scripted: { state: 'active', templates: 2 * PEOPLE, facesWithout: 0 },
      other: { state: 'installed', templates: 0, facesWithout: 2 * PEOPLE, fault: null },
    });
  });

  it('does not decide before it is prepared', async () => {
    await admin.refused(admin.post('/models/other/activate', {}, 409), 'MODEL_NOT_PREPARED');
    await admin.refused(admin.post('/models/none/activate', {}, 404), 'MODEL_NOT_FOUND');
    await admin.refused(admin.post('/models/none/prepare', {}, 404), 'MODEL_NOT_FOUND');
    await admin.refused(admin.post('/models/rollback', {}, 409), 'NO_PREVIOUS_MODEL');
  });

  it('is filled in from the kept photos, and says how decisions would differ', async () => {
    const job = await prepare('other');
    expect(job).toMatchObject({ state: 'completed', progress: 100 });
    const report = job.result as unknown as AgreementReport;
    expect(report).toMatchObject({
      from: 'scripted@000000000000',
      to: 'other@000000000000',
      faces: 2 * PEOPLE,
      reembedded: 2 * PEOPLE,
      failed: [],
      unreachable: [],
      probes: 2 * PEOPLE,
      agreeing: 2 * PEOPLE,
      changed: [],
      underThreshold: [],
      newlyAlike: [],
    });
    expect(await models()).toMatchObject({ scripted: { state: 'active' }, other: { state: 'prepared' } });
    expect((await look(1)).decision).toBe('matched');
  });

  it('that another server activated a moment ago lets nobody be enrolled for the one before', async () => {
    const { id } = await aConsentingPerson(admin);
    const enrol = (status: number) =>
      admin.upload<Problem>(`/people/${id}/faces`, [['photo', aPhoto({ who: 40 })]], status);
    await rollcall.sql("UPDATE gallery_state SET pack = 'other'");
    await admin.refused(enrol(503), 'BUSY');
    await rollcall.sql('UPDATE gallery_state SET pack = NULL');
    expect(await admin.get<Page<Face>>(`/people/${id}/faces`)).toMatchObject({ items: [] });
    await admin.delete(`/people/${id}`, 200);
  });

  it('takes over while check-ins go on, and none is refused', async () => {
    const answers: CheckInAnswer[] = [];
    let going = true;
    const stream = (async () => {
      for (let who = 0; going; who = (who + 1) % PEOPLE) answers.push(await look(who));
    })();
    while (answers.length < 5) await sleep(20);
    await admin.post<ModelList>('/models/other/activate', {}, 200);
    const before = answers.length;
    while (answers.length < before + 5) await sleep(20);
    going = false;
    await stream;
    expect(new Set(answers.map(({ decision }) => decision))).toEqual(new Set(['matched']));
    expect(await admin.get<PackInfo>('/vision/pack')).toMatchObject({ name: 'other' });
    expect(await models()).toMatchObject({ previous: 'scripted', other: { state: 'active' } });
    const used = await rollcall.sql<{ model: string }>('SELECT DISTINCT model_id AS model FROM check_ins');
    expect(used.map(({ model }) => model).sort()).toEqual(['other@000000000000', 'scripted@000000000000']);
  });

  it('gives way to the one before, once that knows who was enrolled since', async () => {
    const person = await anEnrolledPerson(admin, PEOPLE, { name: 'New since' });
    expect(await look(PEOPLE)).toMatchObject({ decision: 'matched', person: { id: person.id } });
    await admin.refused(admin.post('/models/rollback', {}, 409), 'MODEL_NOT_PREPARED');
    expect((await prepare('scripted')).result).toMatchObject({ reembedded: 1, failed: [] });
    await admin.post<ModelList>('/models/rollback', {}, 200);
    expect(await models()).toMatchObject({ previous: 'other', scripted: { state: 'active' } });
    for (let who = 0; who <= PEOPLE; who++) expect((await look(who)).decision).toBe('matched');
  });

  it('reports the photos that it cannot use', async () => {
    const person = await anEnrolledPerson(admin, PEOPLE + 1);
    await rollcall.sql("UPDATE faces SET box = jsonb_set(box, '{x}', '5000') WHERE person_id = $1", [
      person.id,
    ]);
    const report = (await prepare('other')).result as unknown as AgreementReport;
    expect(report.failed).toMatchObject([
      { personId: person.id, reason: expect.stringContaining('not find') },
    ]);
    expect(report.unreachable).toMatchObject([{ personId: person.id }]);
    // Known and shown: it no longer stands in the way.
    await admin.post<ModelList>('/models/other/activate', {}, 200);
  });
});
