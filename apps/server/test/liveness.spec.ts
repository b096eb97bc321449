import type {
  AnalyzeResponse,
  CheckInAnswer,
  CheckInRecord,
  Device,
  DeviceWithKey,
  Page,
  Person,
  RecognitionSettings,
} from '@rollcall/contracts';
import { unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { FaceStage } from './support/face-stage.js';
import { aPhoto } from './support/scripted-face-engine.js';

describe('liveness', () => {
  let stage: FaceStage;
  let admin: Client;
  beforeAll(async () => {
    stage = await FaceStage.start();
    ({ admin } = stage);
  });
  afterAll(() => stage.stop());

  const send: FaceStage['send'] = (...moment) => stage.send(...moment);
  const aPersonAndKiosk: FaceStage['aPersonAndKiosk'] = (fields) =>
    stage.aPersonAndKiosk({ showScores: true, ...fields });
  /** What HR reads about the check-in. */
  const recordOf = async ({ id }: CheckInAnswer) => {
    const hr = await stage.rollcall.script('hr');
    const { items } = await hr.get<Page<CheckInRecord>>('/check-ins');
    return items.find((record) => record.id === id);
  };

  it('is part of the decision: a picture of somebody is a spoof, and is recorded as one', async () => {
    const { me, kiosk, device } = await aPersonAndKiosk();
    const alive = await send(kiosk, { who: me, live: 0.9 });
    expect(alive).toMatchObject({ decision: 'matched', liveness: { score: 0.9, live: true } });
    const picture = await send(kiosk, { who: me, live: 0.1 });
    expect(picture).toMatchObject({
      decision: 'spoof',
      person: null,
      liveness: { score: 0.1, live: false },
    });
    const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${device.id}&decision=spoof`);
    expect(items).toMatchObject([{ id: picture.id, liveness: { score: 0.1, live: false } }]);
  });

  it('tells HR why a check-in was taken for a picture', async () => {
    const { me, kiosk } = await aPersonAndKiosk();
    const [low, fine] = [
      { who: me, live: 0.1 },
      { who: me, live: 0.9 },
    ];
    expect(await recordOf(await send(kiosk, low))).toMatchObject({ reasons: ['LIVENESS_TOO_LOW'] });
    expect(await recordOf(await send(kiosk, fine, fine))).toMatchObject({ reasons: ['STILL_PICTURE'] });
    const both = await send(kiosk, low, low);
    expect(both.reasons).toEqual(['LIVENESS_TOO_LOW', 'STILL_PICTURE']);
    expect(await recordOf(both)).toMatchObject({ decision: 'spoof', reasons: both.reasons });
    expect(await recordOf(await send(kiosk, fine))).toMatchObject({ decision: 'matched', reasons: [] });
  });

  it('is not told to a kiosk that shows no scores', async () => {
    const { me, kiosk } = await aPersonAndKiosk({ showScores: false });
    const answer = await send(kiosk, { who: me, live: 0.1 });
    expect(answer).toMatchObject({ decision: 'spoof', reasons: [] });
    expect(answer).not.toHaveProperty('liveness');
    expect(await recordOf(answer)).toMatchObject({ reasons: ['LIVENESS_TOO_LOW'] });
  });

  it('is decided by all frames of a moment', async () => {
    const { me, kiosk } = await aPersonAndKiosk();
    const frames = (...scores: number[]) =>
      scores.map((live, i) => ({ who: me, live, looks: `${unique()} ${i}` }));
    expect(await send(kiosk, ...frames(0.9, 0.9, 0.1))).toMatchObject({
      decision: 'matched',
      liveness: { score: expect.closeTo(0.633, 3) as number, live: true },
    });
    expect((await send(kiosk, ...frames(0.1, 0.1, 0.6))).decision).toBe('spoof');
  });

  it('of a stranger does not make a picture of somebody alive', async () => {
    const { me, kiosk } = await aPersonAndKiosk();
    const frames = [
      { who: me, live: 0.1 },
      { who: 250, live: 1 },
    ];
    for (const order of [frames, [...frames].reverse()]) {
      const answer = await send(kiosk, ...order);
      expect(answer).toMatchObject({ decision: 'low_quality', person: null, reasons: ['CROWDED'] });
    }
  });

  it('is not there in one still picture that is sent again', async () => {
    const { me, kiosk } = await aPersonAndKiosk();
    const still = { who: me, live: 0.95 };
    expect(await send(kiosk, still, still, still)).toMatchObject({
      decision: 'spoof',
      liveness: { score: expect.closeTo(0.95, 6) as number, live: false },
    });
    expect((await send(kiosk, still)).decision).toBe('matched');
  });

  it('is asked by each kiosk as it says, or else as the settings say', async () => {
    const { me, kiosk, device } = await aPersonAndKiosk();
    const doubtful = { who: me, live: 0.3 };
    const change = (fields: object) => admin.patch<Device>(`/devices/${device.id}`, fields);
    expect((await send(kiosk, doubtful)).decision).toBe('spoof');
    expect(await change({ livenessThreshold: 0.25 })).toMatchObject({
      liveness: null,
      livenessThreshold: 0.25,
    });
    expect((await send(kiosk, doubtful)).decision).toBe('matched');
    await change({ livenessThreshold: null, liveness: false });
    expect(await send(kiosk, doubtful)).toMatchObject({ decision: 'matched', liveness: null });
    await change({ liveness: null });
    const { liveness } = await admin.put<RecognitionSettings>('/recognition/settings', {
      liveness: { checkIn: false },
    });
    expect(liveness).toMatchObject({
      checkIn: false,
      checkInThreshold: 0.35,
      enrollment: true,
      enrollmentThreshold: 0.2,
    });
    expect((await send(kiosk, doubtful)).decision).toBe('matched');
    await change({ liveness: true });
    expect((await send(kiosk, doubtful)).decision).toBe('spoof');
    await admin.put('/recognition/settings', { liveness: { checkIn: true } });
  });

  it('of a photo is asked at enrolment', async () => {
    const person = await admin.post<Person>('/people', { employeeNo: unique(), name: 'Ann' }, 201);
    await admin.put(`/people/${person.id}/consent`, {
      documentVersion: '1',
      givenAt: '2026-01-01T00:00:00Z',
    });
    const path = `/people/${person.id}/faces`;
    const photo = () => [['photo', aPhoto({ who: stage.newFace(), live: 0.1 })]] as [string, Buffer][];
    await admin.refused(admin.upload(path, photo(), 422), 'SPOOF_SUSPECTED');
    await admin.put('/recognition/settings', { liveness: { enrollment: false } });
    await admin.upload(path, photo(), 201);
    await admin.put('/recognition/settings', { liveness: { enrollment: true } });
  });

  it('is shown by the tools', async () => {
    const image = [['image', aPhoto({ who: 1, live: 0.8 }, { who: 2, live: 0.1 }, { who: 3 })]] as const;
    const { faces } = await admin.upload<AnalyzeResponse>('/vision/analyze', [...image] as never, 200);
    expect(faces.map(({ liveness }) => liveness)).toEqual([
      { score: 0.8, live: true },
      { score: 0.1, live: false },
      null,
    ]);
  });

  it.each([{ livenessThreshold: 1.1 }, { livenessThreshold: -0.1 }, { liveness: 'yes' }])(
    'refuses %j of a kiosk',
    async (fields) => {
      await admin.refused(
        admin.post<DeviceWithKey>('/devices', { name: 'K', direction: 'in', ...fields }, 400),
        'VALIDATION_FAILED',
      );
    },
  );
});
