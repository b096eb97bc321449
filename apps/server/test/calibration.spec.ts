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
    const [many, few] = [await calibrate('?fpir=0.2'), await calibrate('?fpir=0.001')];
    expect(few.suggestedThreshold).toBeGreaterThan(many.suggestedThreshold);
    await admin.put('/recognition/settings', { threshold: -0.5 });
    expect(await calibrate()).toMatchObject({ warning: 'threshold-too-loose', present: { threshold: -0.5 } });
    await admin.put('/recognition/settings', { threshold: 0.99 });
    expect(await calibrate()).toMatchObject({ warning: 'threshold-too-strict' });
    await admin.put('/recognition/settings', { threshold: null });
    expect((await calibrate()).warning).toBeNull();
  });

  it.each(['0', '-1', '0.9', 'much'])('takes no share of %s', async (fpir) => {
    await admin.refused(admin.get(`/recognition/calibration?fpir=${fpir}`, 400), 'VALIDATION_FAILED');
  });
});
