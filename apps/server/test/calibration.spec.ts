import type { Calibration } from '@rollcall/contracts';
import { ServingGallery } from '../src/gallery/serving-gallery.js';
import { aConsentingPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const PEOPLE = 12;

describe.each([
  ['memory', 'true'],
  ['the database', 'false'],
])('calibration, by %s', (_, inMemory) => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start({ GALLERY_IN_MEMORY: inMemory });
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  const calibrate = (query = '') => admin.get<Calibration>(`/recognition/calibration${query}`);

  it('says that an empty gallery says nothing, and what the pack says', async () => {
    expect(await calibrate()).toMatchObject({
      people: 0,
      templates: 0,
      sampled: 0,
      genuine: { count: 0, mean: null, bins: [] },
      impostor: { count: 0, bins: [] },
      basis: 'pack',
      warning: null,
      alike: [],
      askedFpir: 0.01,
    });
  });

  it("draws the own gallery's genuine and impostor scores", async () => {
    for (let who = 0; who < PEOPLE; who++) {
      const { id } = await aConsentingPerson(admin, { name: `Person ${who}` });
      for (const likeness of [1, 0.8]) {
        await admin.upload(`/people/${id}/faces`, [['photo', aPhoto({ who, likeness })]], 201);
      }
    }
    await rollcall.app.get(ServingGallery).follow();
    const shown = await calibrate();
    expect(shown).toMatchObject({ people: PEOPLE, templates: 2 * PEOPLE, sampled: 2 * PEOPLE });
    expect(shown.genuine.count).toBe(2 * PEOPLE);
    expect(shown.genuine.mean).toBeCloseTo(0.8, 4);
    expect(shown.genuine.bins.reduce((sum, { count }) => sum + count, 0)).toBe(2 * PEOPLE);
    expect(shown.genuine.bins[0]!.from).toBeGreaterThan(0.77);
    expect(shown.genuine.bins.at(-1)!.to).toBeLessThan(0.83);
    expect(shown.impostor.count).toBe(2 * PEOPLE);
    expect(shown.impostor.mean).toBeLessThan(0.3);
    const at = (threshold: number) =>
      shown.curve.find((each) => Math.abs(each.threshold - threshold) < 1e-9)!;
    expect(at(0.5)).toMatchObject({ fnir: 0, fpir: 0 });
    expect(at(0.9)).toMatchObject({ fnir: 1, fpir: 0 });
    expect(at(0)).toMatchObject({ fnir: 0 });
    expect(shown.alike.length).toBeGreaterThan(0);
  });

  it('suggests a stricter threshold for a smaller share of strangers, and warns of one that is too loose', async () => {
    const [many, few] = [await calibrate('?fpir=0.2'), await calibrate('?fpir=0.000000001')];
    expect(few.suggestedThreshold).toBeGreaterThan(many.suggestedThreshold);
    await admin.put('/recognition/settings', { threshold: 0.01 });
    expect(await calibrate()).toMatchObject({ warning: 'threshold-too-loose', present: { threshold: 0.01 } });
    await admin.put('/recognition/settings', { threshold: 0.99 });
    expect(await calibrate()).toMatchObject({ warning: 'threshold-too-strict' });
    await admin.put('/recognition/settings', { threshold: null });
    expect((await calibrate()).warning).toBeNull();
  });

  it('lets so few people say nothing, and suggests what the pack alone would choose', async () => {
    const shown = await calibrate();
    expect(shown.own).toMatchObject({
      verdict: 'too-few',
      people: PEOPLE,
      leastPeople: 40,
      low: null,
      high: null,
    });
    expect(shown).toMatchObject({ basis: 'pack', suggestedThreshold: 0.5, present: { threshold: 0.5 } });
  });

  it.each(['0', '-1', '0.9', 'much'])('takes no share of %s', async (fpir) => {
    await admin.refused(admin.get(`/recognition/calibration?fpir=${fpir}`, 400), 'VALIDATION_FAILED');
  });
});

describe('calibration of a gallery with look-alikes', () => {
  const ENOUGH = 44;
  const THRESHOLD = 0.4;
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    await admin.put('/recognition/settings', { threshold: THRESHOLD });
  });
  afterAll(() => rollcall.stop());

  const enroll = async (from: number, to: number, alikeTo: (who: number) => number | null) => {
    for (let who = from; who < to; who++) {
      const { id } = await aConsentingPerson(admin, { name: `Person ${who}` });
      const other = alikeTo(who);
      // So alike that they reach the threshold, and not so that enrolment takes them for one person.
      const photo = other === null ? { who } : { who, likeness: 0.85, alike: { who: other, likeness: 0.48 } };
      await admin.upload(`/people/${id}/faces`, [['photo', aPhoto(photo)]], 201);
    }
    await rollcall.app.get(ServingGallery).follow();
  };
  const calibrate = () => admin.get<Calibration>('/recognition/calibration');

  it('warns where they are more than chance makes, and what it suggests silences it', async () => {
    await enroll(0, ENOUGH - 2, () => null);
    expect((await calibrate()).own).toMatchObject({ verdict: 'within', fpir: 0, low: 0 });
    await enroll(ENOUGH - 2, ENOUGH - 1, () => 0);
    const once = await calibrate();
    expect(once.own).toMatchObject({ verdict: 'unclear', people: ENOUGH - 1 });
    expect(once.own.fpir).toBeCloseTo(2 / (ENOUGH - 1), 9);
    expect(once.own.low).toBeLessThan(once.askedFpir);
    expect(once.warning).not.toBe('own-gallery-above');
    await enroll(ENOUGH - 1, ENOUGH, () => 1);
    const twice = await calibrate();
    expect(twice).toMatchObject({ warning: 'own-gallery-above', own: { verdict: 'above', people: ENOUGH } });
    expect(twice.own.fpir).toBeCloseTo(4 / ENOUGH, 9);
    expect(twice.own.low).toBeGreaterThan(twice.askedFpir);
    expect(twice.suggestedThreshold).toBeGreaterThan(THRESHOLD);
    await admin.put('/recognition/settings', { threshold: twice.suggestedThreshold });
    expect((await calibrate()).own.verdict).not.toBe('above');
  });
});
