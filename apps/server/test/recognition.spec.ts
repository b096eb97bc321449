import type {
  AnalyzeResponse,
  AuditEntry,
  CompareResponse,
  PackInfo,
  Page,
  RecognitionSettings,
  SearchResponse,
} from '@rollcall/contracts';
import { CHECK_IN_LIMITS, ENROLLMENT_LIMITS } from '@rollcall/vision';
import { anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, notAnImage } from './support/scripted-face-engine.js';

describe('recognition', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  it('says which pack runs and whether it may be used commercially', async () => {
    for (const role of ['enroller', 'hr', 'auditor'] as const) {
      const client = await rollcall.script(role);
      expect(await client.get<PackInfo>('/vision/pack')).toEqual(rollcall.engine.pack);
    }
  });

  it('analyzes every face of a picture, and keeps none', async () => {
    const before = rollcall.sealedFiles().length;
    const picture = aPhoto({ who: 1, quality: { yaw: 44 } }, { who: 2, width: 100 });
    const seen = await admin.upload<AnalyzeResponse>('/vision/analyze', [['image', picture]], 200);
    expect(seen).toMatchObject({ width: 1280, height: 720, timings: { decode: 1, detect: 2, inference: 5 } });
    expect(seen.faces.map(({ box, quality, liveness }) => [box.width, quality.yaw, liveness])).toEqual([
      [300, 44, null],
      [100, 0, null],
    ]);
    expect(seen.faces[0]!.landmarks).toHaveLength(5);
    expect(JSON.stringify(seen)).not.toContain('embedding');
    expect(rollcall.sealedFiles()).toHaveLength(before);
    const none = await admin.upload<AnalyzeResponse>('/vision/analyze', [['image', aPhoto()]], 200);
    expect(none.faces).toEqual([]);
  });

  it('compares the largest faces of two pictures', async () => {
    const compare = (a: Buffer, b: Buffer) =>
      admin.upload<CompareResponse>('/vision/compare', [['a', a], ['b', b]], 200); // prettier-ignore
    const same = await compare(aPhoto({ who: 1 }), aPhoto({ who: 1, likeness: 0.6 }, { who: 2 }));
    expect(same).toEqual({ similarity: expect.closeTo(0.6, 5), threshold: 0.5, same: true });
    const other = await compare(aPhoto({ who: 1 }), aPhoto({ who: 2 }));
    expect(other).toMatchObject({ similarity: expect.closeTo(0, 5), same: false });
  });

  it('compares nothing with a picture without a face', async () => {
    const upload = admin.upload('/vision/compare', [['a', aPhoto({ who: 1 })], ['b', aPhoto()]], 422); // prettier-ignore
    const refusal = await admin.refused(upload, 'NO_FACE');
    expect(refusal.detail).toContain('"b"');
  });

  describe('search', () => {
    const search = (picture: Buffer, query = '') =>
      admin.upload<SearchResponse>(`/vision/search${query}`, [['image', picture]], 200);

    it('names the closest people of every face, best first, at most k', async () => {
      const people = [];
      for (const who of [10, 11, 12, 13, 14, 15]) {
        people.push(await anEnrolledPerson(admin, who, { name: `Candidate ${who}` }));
      }
      const { faces } = await search(aPhoto({ who: 12, likeness: 0.8 }, { who: 14 }));
      expect(faces).toHaveLength(2);
      for (const { candidates } of faces) expect(candidates).toHaveLength(5);
      expect(faces[0]!.candidates[0]).toEqual({
        personId: people[2]!.id,
        name: 'Candidate 12',
        similarity: expect.closeTo(0.8, 5),
      });
      expect(faces[1]!.candidates[0]).toMatchObject({ personId: people[4]!.id });
      const similarities = faces[0]!.candidates.map(({ similarity }) => similarity);
      expect(similarities).toEqual([...similarities].sort((a, b) => b - a));
      expect((await search(aPhoto({ who: 12 }), '?k=2')).faces[0]!.candidates).toHaveLength(2);
      expect((await search(aPhoto({ who: 12 }), '?k=50')).faces[0]!.candidates).toHaveLength(6);
    });

    it('names a person once, by the best of that person', async () => {
      const person = await anEnrolledPerson(admin, 20);
      await admin.upload(`/people/${person.id}/faces`, [['photo', aPhoto({ who: 20, likeness: 0.7 })]], 201);
      const { faces } = await search(aPhoto({ who: 20 }), '?k=50');
      const own = faces[0]!.candidates.filter(({ personId }) => personId === person.id);
      expect(own.map(({ similarity }) => similarity)).toEqual([expect.closeTo(1, 5)]);
    });

    it('finds nobody where nobody is seen', async () => {
      expect(await search(aPhoto())).toEqual({ faces: [] });
    });

    it.each(['k=0', 'k=51', 'k=many', 'k=1.5'])('refuses %s', async (query) => {
      const upload = admin.upload(`/vision/search?${query}`, [['image', aPhoto({ who: 1 })]], 400);
      await admin.refused(upload, 'VALIDATION_FAILED');
    });

    it('is noted in the audit log', async () => {
      await search(aPhoto({ who: 1 }, { who: 2 }));
      const { items } = await admin.get<Page<AuditEntry>>('/audit?action=recognition.search');
      expect(items[0]).toMatchObject({ details: { faces: 2 } });
    });
  });

  it.each(['/vision/analyze', '/vision/search'])('%s refuses what is no picture', async (path) => {
    await admin.refused(admin.upload(path, [['image', notAnImage()]], 422), 'UNSUPPORTED_IMAGE');
    await admin.refused(admin.upload(path, [], 400, { image: 'text' }), 'IMAGE_MISSING');
    await admin.refused(admin.post(path, {}, 400), 'IMAGE_MISSING');
    await admin.refused(admin.upload(path, [['image', Buffer.alloc(21e6)]], 413), 'IMAGE_TOO_LARGE');
  });

  it('compares two pictures or none', async () => {
    await admin.refused(admin.upload('/vision/compare', [['a', aPhoto({ who: 1 })]], 400), 'IMAGE_MISSING');
  });

  describe('settings', () => {
    const change = (update: object) => admin.put<RecognitionSettings>('/recognition/settings', update);

    it('begin with what was measured for the pack', async () => {
      const auditor = await rollcall.script('auditor');
      expect(await auditor.get('/recognition/settings')).toEqual({
        attributes: false,
        liveness: {
          checkIn: true,
          checkInThreshold: 0.35,
          enrollment: true,
          enrollmentThreshold: 0.2,
          checkInThresholdDefault: 0.35,
          enrollmentThresholdDefault: 0.2,
        },
        quality: {
          checkIn: CHECK_IN_LIMITS,
          enrollment: ENROLLMENT_LIMITS,
          checkInDefaults: CHECK_IN_LIMITS,
          enrollmentDefaults: ENROLLMENT_LIMITS,
        },
        modelId: rollcall.engine.pack.modelId,
        threshold: 0.5,
        thresholdDefault: 0.5,
        margin: 0.1,
        marginDefault: 0.1,
        thresholdSource: 'scripted',
        measurement: 'none',
        fpir: 0.01,
        automatic: true,
        people: 7,
        expectedFpir: expect.any(Number),
        duplicateWindowSeconds: 60,
        index: { from: null, m: 16, efConstruction: 128, efSearch: 200 },
      });
    });

    it('change one by one, at once, and go back to the default', async () => {
      expect(await change({ threshold: 0.61 })).toMatchObject({
        threshold: 0.61,
        duplicateWindowSeconds: 60,
      });
      expect(await change({ duplicateWindowSeconds: 0 })).toMatchObject({
        threshold: 0.61,
        duplicateWindowSeconds: 0,
      });
      expect(await change({})).toMatchObject({ threshold: 0.61, duplicateWindowSeconds: 0 });
      const changed = await change({ threshold: null, duplicateWindowSeconds: 90 });
      expect(changed).toMatchObject({ threshold: 0.5, thresholdDefault: 0.5, duplicateWindowSeconds: 90 });
      expect(await admin.get('/recognition/settings')).toEqual(changed);
    });

    it.each([
      { threshold: 1.01 },
      { threshold: -0.01 },
      { threshold: '0.5' },
      { margin: -0.01 },
      { margin: 1.01 },
      { duplicateWindowSeconds: -1 },
      { duplicateWindowSeconds: 1.5 },
      { duplicateWindowSeconds: 86_401 },
    ])('refuse %j', async (update) => {
      await admin.refused(admin.put('/recognition/settings', update, 400), 'VALIDATION_FAILED');
    });

    it('are noted in the audit log', async () => {
      await change({ threshold: 0.55 });
      const { items } = await admin.get<Page<AuditEntry>>('/audit?action=recognition.settings');
      expect(items[0]!.details).toEqual({ modelId: rollcall.engine.pack.modelId, threshold: 0.55 });
    });
  });
});
