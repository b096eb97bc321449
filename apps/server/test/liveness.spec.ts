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
import { aKiosk, anEnrolledPerson, unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto, type ScriptedFace } from './support/scripted-face-engine.js';

describe('liveness', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let who = 40;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    await admin.put('/recognition/settings', { duplicateWindowSeconds: 0 });
  });
  afterAll(() => rollcall.stop());

  /** A minute after the last one. */
  const send = (kiosk: Client, ...frames: ScriptedFace[]) => {
    rollcall.clock.advance(60);
    return kiosk.upload<CheckInAnswer>(
      '/check-ins',
      frames.map((frame) => ['frame', aPhoto(frame)]),
      201,
    );
  };
  const aPersonAndKiosk = async (fields: object = {}) => {
    const me = who++;
    const person = await anEnrolledPerson(admin, me);
    const { device, kiosk } = await aKiosk(rollcall, { showScores: true, ...fields });
    return { me, person, device, kiosk };
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

  it('is not told to a kiosk that shows no scores', async () => {
    const { me, kiosk } = await aPersonAndKiosk({ showScores: false });
    const answer = await send(kiosk, { who: me, live: 0.1 });
    expect(answer.decision).toBe('spoof');
    expect(answer).not.toHaveProperty('liveness');
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
    const photo = () => [['photo', aPhoto({ who: who++, live: 0.1 })]] as [string, Buffer][];
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
