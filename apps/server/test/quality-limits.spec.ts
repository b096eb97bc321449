import {
  QUALITY_LIMITS,
  type AuditEntry,
  type Page,
  type QualityLimits,
  type RecognitionSettings,
} from '@rollcall/contracts';
import { CHECK_IN_LIMITS, ENROLLMENT_LIMITS } from '@rollcall/vision';
import { aConsentingPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { FaceStage } from './support/face-stage.js';
import { aPhoto, type ScriptedFace } from './support/scripted-face-engine.js';

const SETTINGS = '/recognition/settings';

describe('limits of picture quality', () => {
  let stage: FaceStage;
  let admin: Client;
  beforeAll(async () => {
    stage = await FaceStage.start();
    ({ admin } = stage);
  });
  afterAll(() => stage.stop());
  afterEach(() => change({ checkIn: backToDefault, enrollment: backToDefault }));

  const backToDefault = Object.fromEntries(QUALITY_LIMITS.map((limit) => [limit, null]));
  const change = async (quality: object) =>
    (await admin.put<RecognitionSettings>(SETTINGS, { quality })).quality;
  const enroll = async (quality: ScriptedFace['quality'], status: number) => {
    const { id } = await aConsentingPerson(admin);
    return admin.upload(
      `/people/${id}/faces`,
      [['photo', aPhoto({ who: stage.newFace(), quality })]],
      status,
    );
  };

  it('change one by one and place by place, and go back to the measured ones', async () => {
    const first = await change({ checkIn: { minSharpness: 0.05 } });
    expect(first).toEqual({
      checkIn: { ...CHECK_IN_LIMITS, minSharpness: 0.05 },
      enrollment: ENROLLMENT_LIMITS,
      checkInDefaults: CHECK_IN_LIMITS,
      enrollmentDefaults: ENROLLMENT_LIMITS,
    });
    const second = await change({ checkIn: { maxYaw: 40 }, enrollment: { minSharpness: 0.5 } });
    expect(second.checkIn).toEqual({ ...CHECK_IN_LIMITS, minSharpness: 0.05, maxYaw: 40 });
    expect(second.enrollment).toEqual({ ...ENROLLMENT_LIMITS, minSharpness: 0.5 });
    await admin.put(SETTINGS, { duplicateWindowSeconds: 60 });
    expect((await admin.get<RecognitionSettings>(SETTINGS)).quality).toEqual(second);
    const third = await change({ checkIn: { minSharpness: null } });
    expect(third.checkIn).toEqual({ ...CHECK_IN_LIMITS, maxYaw: 40 });
    expect(third.enrollment).toEqual(second.enrollment);
  });

  it('of two changes at once lose neither', async () => {
    const limits = ['minSharpness', 'minContrast', 'maxOutside', 'maxCrowding'] as const;
    await Promise.all(limits.map((limit) => change({ checkIn: { [limit]: 0.123 } })));
    const { quality } = await admin.get<RecognitionSettings>(SETTINGS);
    expect(limits.map((limit) => quality.checkIn[limit])).toEqual([0.123, 0.123, 0.123, 0.123]);
  });

  it('hold for the next photo that is enrolled', async () => {
    await change({ enrollment: { maxYaw: 10, maxCrowding: 1 } });
    const refusal = await admin.refused(enroll({ yaw: 12 }, 422), 'LOW_QUALITY');
    expect(refusal.reasons).toEqual(['TURNED_AWAY']);
    await enroll({ yaw: 9, crowding: 0.99 }, 201);
    await change({ enrollment: { maxYaw: null } });
    await enroll({ yaw: 12 }, 201);
  });

  it('hold for the next frame at a kiosk, where enrolment has others', async () => {
    const { me, kiosk } = await stage.aPersonAndKiosk();
    const send = (quality: ScriptedFace['quality']) =>
      stage.send(kiosk, { who: me, ...(quality && { quality }) });
    const faded = { contrast: 0.05 };
    expect((await send(faded)).decision).toBe('matched');
    await change({ checkIn: { minContrast: 0.06 }, enrollment: { minContrast: 0 } });
    expect(await send(faded)).toMatchObject({ decision: 'low_quality', reasons: ['LOW_CONTRAST'] });
    await change({ checkIn: { minContrast: null } });
    expect(await send({ crowding: 0.95 })).toMatchObject({ decision: 'low_quality', reasons: ['CROWDED'] });
    expect((await send(faded)).decision).toBe('matched');
  });

  it.each<[Partial<Record<keyof QualityLimits, unknown>>, string]>([
    [{ minSharpness: 1.01 }, 'must be from 0 to 1'],
    [{ maxCrowding: -0.1 }, 'must be from 0 to 1'],
    [{ maxOutside: '0.5' }, 'must be from 0 to 1'],
    [{ maxYaw: 90.5 }, 'must be degrees from 0 to 90'],
    [{ maxPitch: -1 }, 'must be degrees from 0 to 90'],
    [{ minFaceSize: 1001 }, 'must be pixels from 0 to 1000'],
  ])('refuse %j: %s', async (limits, message) => {
    for (const place of ['checkIn', 'enrollment']) {
      const put = admin.put(SETTINGS, { quality: { [place]: limits } }, 400);
      const refusal = await admin.refused(put, 'VALIDATION_FAILED');
      expect(refusal.errors).toEqual([{ path: `quality.${place}.${Object.keys(limits)[0]}`, message }]);
    }
  });

  it('refuse brightness that nothing has, also against a limit that holds already; nothing is changed', async () => {
    const crossed = async (checkIn: object) => {
      const put = admin.put(SETTINGS, { threshold: 0.9, quality: { checkIn } }, 422);
      return admin.refused(put, 'QUALITY_LIMITS_CROSSED');
    };
    const refusal = await crossed({ minBrightness: 0.6, maxBrightness: 0.6 });
    expect(refusal.errors).toEqual([
      { path: 'quality.checkIn.minBrightness', message: 'must be less than 0.6, the most brightness' },
    ]);
    await crossed({ minBrightness: 0.95 });
    const { errors } = await crossed({ maxBrightness: 0.05 });
    expect(errors?.map(({ path }) => path)).toEqual(['quality.checkIn.maxBrightness']);
    const { threshold, quality } = await admin.get<RecognitionSettings>(SETTINGS);
    expect([threshold, quality.checkIn]).toEqual([0.5, CHECK_IN_LIMITS]);
  });

  it('are noted in the audit log', async () => {
    await change({ checkIn: { maxRoll: 20 } });
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=recognition.settings');
    expect(items[0]!.details).toMatchObject({ quality: { checkIn: { maxRoll: 20 } } });
  });
});
