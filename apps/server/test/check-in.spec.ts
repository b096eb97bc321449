import type { CheckInAnswer, Page, Person } from '@rollcall/contracts';
import { aKiosk, aKioskIn, anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

let nextFace = 0;

describe('a check-in', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin'); // Outlives every move of the clock.
  });
  afterAll(() => rollcall.stop());
  // Far enough from what the test before recorded.
  beforeEach(() => rollcall.clock.advance(3_600));

  const someone = async () => {
    const who = nextFace++;
    return { who, person: await anEnrolledPerson(admin, who, { name: `Person ${who}` }) };
  };
  const logged = async (deviceId: string) =>
    (await admin.get<Page<CheckInAnswer>>(`/check-ins?deviceId=${deviceId}&limit=500`)).items;

  describe('is decided', () => {
    it('matched for somebody who is enrolled', async () => {
      const { who, person } = await someone();
      const { device, site, kiosk } = await aKioskIn(rollcall, 'Europe/Berlin', { direction: 'in' });
      rollcall.clock.set('2026-07-01T06:58:59.250Z');
      const answer = await kiosk.frame<CheckInAnswer>(aPhoto({ who, likeness: 0.71 }), 201);
      expect(answer).toEqual({
        id: answer.id,
        decision: 'matched',
        method: 'face',
        person: { id: person.id, name: person.name, employeeNo: person.employeeNo },
        direction: 'in',
        reasons: [],
        capturedAt: '2026-07-01T06:58:59.250Z',
        receivedAt: '2026-07-01T06:58:59.250Z',
        late: false,
        localTime: '2026-07-01T08:58:59',
        site: { id: site.id, timeZone: 'Europe/Berlin' },
        timings: {
          decode: 1,
          detect: 2,
          liveness: 0,
          embed: 4,
          search: expect.any(Number),
          total: expect.any(Number),
          inference: 5,
        },
      });
      expect(answer.timings.total).toBeGreaterThanOrEqual(answer.timings.search);
      expect((await logged(device.id)).map(({ id }) => id)).toEqual([answer.id]);
    });

    it('unknown for a stranger, and under the threshold', async () => {
      const { who } = await someone();
      const { device, kiosk } = await aKiosk(rollcall);
      for (const photo of [aPhoto({ who: 255 }), aPhoto({ who, likeness: 0.499 })]) {
        const answer = await kiosk.frame<CheckInAnswer>(photo, 201);
        expect(answer).toMatchObject({ decision: 'unknown', person: null, direction: null, reasons: [] });
      }
      expect(await kiosk.frame(aPhoto({ who, likeness: 0.501 }), 201)).toMatchObject({ decision: 'matched' });
      expect(await logged(device.id)).toHaveLength(3);
    });

    it('no_face where nobody is seen', async () => {
      const { kiosk } = await aKiosk(rollcall);
      const answer = await kiosk.frame<CheckInAnswer>(aPhoto(), 201);
      expect(answer).toMatchObject({ decision: 'no_face', person: null, direction: null, reasons: [] });
    });

    it('low_quality with the reasons where the face cannot be read', async () => {
      const { who } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      const photo = aPhoto({ who, quality: { yaw: 70, brightness: 0.01 } });
      const answer = await kiosk.frame<CheckInAnswer>(photo, 201);
      expect(answer).toMatchObject({ decision: 'low_quality', person: null, direction: null });
      expect([...answer.reasons].sort()).toEqual(['TOO_DARK', 'TURNED_AWAY']);
    });

    it('by the nearest face where several are seen', async () => {
      const [near, far] = [await someone(), await someone()];
      const { kiosk } = await aKiosk(rollcall);
      const photo = aPhoto({ who: near.who, width: 300 }, { who: far.who, width: 290 });
      expect(await kiosk.frame(photo, 201)).toMatchObject({
        decision: 'matched',
        person: { id: near.person.id },
      });
    });

    it('ambiguous where two people are about as close, and nobody is punched', async () => {
      const [one, other] = [await someone(), await someone()];
      const { device, kiosk } = await aKiosk(rollcall, { showScores: true });
      const alike = { who: other.who, likeness: 0.7 };
      const answer = await kiosk.frame<CheckInAnswer>(aPhoto({ who: one.who, likeness: 0.7, alike }), 201);
      expect(answer).toMatchObject({ decision: 'ambiguous', person: null, direction: null });
      expect(answer.similarity).toBeCloseTo(0.7, 5);
      expect(answer.margin).toBeCloseTo(0, 5);
      expect(await logged(device.id)).toEqual([
        expect.objectContaining({ id: answer.id, decision: 'ambiguous' }),
      ]);
      expect(await rollcall.sql('SELECT id FROM punches WHERE check_in_id = $1', [answer.id])).toEqual([]);
    });

    it('unknown for somebody inactive, until he is active again', async () => {
      const { who, person } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      await admin.patch<Person>(`/people/${person.id}`, { status: 'inactive' });
      expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'unknown', person: null });
      await admin.patch<Person>(`/people/${person.id}`, { status: 'active' });
      expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'matched' });
    });

    it('by a threshold that an administrator may move', async () => {
      const { who } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      await admin.put('/recognition/settings', { threshold: 0.8 });
      expect(await kiosk.frame(aPhoto({ who, likeness: 0.7 }), 201)).toMatchObject({ decision: 'unknown' });
      await admin.put('/recognition/settings', { threshold: null });
      expect(await kiosk.frame(aPhoto({ who, likeness: 0.7 }), 201)).toMatchObject({ decision: 'matched' });
    });
  });

  describe('scores', () => {
    it('are for kiosks that may show them', async () => {
      const [best, second] = [await someone(), await someone()];
      const { kiosk } = await aKiosk(rollcall, { showScores: true });
      const answer = await kiosk.frame<CheckInAnswer>(aPhoto({ who: best.who, likeness: 0.8 }), 201);
      expect(answer.similarity).toBeCloseTo(0.8, 5);
      expect(answer.threshold).toBe(0.5);
      expect(answer.margin).toBeCloseTo(0.8, 5);
      expect(answer.liveness).toBeNull();
      expect(answer.quality).toMatchObject({ score: 0.9, yaw: 0 });
      expect(answer.person?.id).not.toBe(second.person.id);
    });

    it('are left out for every other kiosk, whatever was decided', async () => {
      const { who } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      const photos = [
        aPhoto({ who }),
        aPhoto({ who }),
        aPhoto({ who: 255 }),
        aPhoto(),
        aPhoto({ who, quality: { yaw: 80 } }),
      ];
      for (const photo of photos) {
        const answer = await kiosk.frame<CheckInAnswer>(photo, 201);
        for (const score of ['similarity', 'threshold', 'margin', 'liveness', 'quality']) {
          expect(answer).not.toHaveProperty(score);
        }
      }
    });
  });

  describe('takes', () => {
    it('the plain bytes of a JPEG, PNG or WebP', async () => {
      const { kiosk } = await aKiosk(rollcall);
      for (const type of ['image/jpeg', 'image/png', 'image/webp', 'IMAGE/JPEG']) {
        const answer = await kiosk.frame(aPhoto(), 201, { 'Content-Type': type });
        expect(answer).toMatchObject({ decision: 'no_face' });
      }
    });

    it.each([1, 2, 5])('%i frames of one moment, fused into one decision', async (count) => {
      const { who, person } = await someone();
      const { device, kiosk } = await aKiosk(rollcall, { showScores: true });
      // What frames share is more like the person than each of them alone.
      const frames = Array.from({ length: count }, (_, i) => aPhoto({ who, likeness: 0.6 - i / 100 }));
      const parts = frames.map((frame): [string, Buffer] => ['frame', frame]);
      const answer = await kiosk.upload<CheckInAnswer>('/check-ins', parts, 201);
      expect(answer).toMatchObject({ decision: 'matched', person: { id: person.id } });
      const mean = 0.6 - (count - 1) / 200;
      const length = Math.sqrt(mean ** 2 + spread(count));
      expect(answer.similarity).toBeCloseTo(mean / length, 4);
      expect(answer.timings).toMatchObject({ decode: count, detect: 2 * count, inference: 5 * count });
      expect(await logged(device.id)).toHaveLength(1);
    });

    it('of several frames those that are good enough, and keeps the best', async () => {
      const { who } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      const good = aPhoto({ who, quality: { score: 0.7 } });
      const frames = [aPhoto(), aPhoto({ who: 255, quality: { yaw: 80, score: 0.95 } }), good];
      const parts = frames.map((frame): [string, Buffer] => ['frame', frame]);
      const answer = await kiosk.upload<CheckInAnswer>('/check-ins', parts, 201);
      expect(answer.decision).toBe('matched');
      expect((await admin.picture(`/check-ins/${answer.id}/frame`)).bytes.equals(good)).toBe(true);
    });

    it('the time of capture as a header or as a field, in either spelling', async () => {
      const capturedAt = '2026-02-01T07:00:00.000Z';
      const { kiosk } = await aKiosk(rollcall);
      const frame: [string, Buffer][] = [['frame', aPhoto()]];
      const answers = [
        await kiosk.frame<CheckInAnswer>(aPhoto(), 201, { 'captured-at': capturedAt }),
        await kiosk.frame<CheckInAnswer>(aPhoto(), 201, { capturedAt }),
        await kiosk.upload<CheckInAnswer>('/check-ins', frame, 201, { capturedAt }),
        await kiosk.upload<CheckInAnswer>('/check-ins', frame, 201, { 'captured-at': capturedAt }),
      ];
      expect(answers.map((answer) => answer.capturedAt)).toEqual(answers.map(() => capturedAt));
    });
  });
});

/** Of the frames' other halves, which lie at right angles to one another: the squared length of their mean. */
function spread(count: number): number {
  const squares = Array.from({ length: count }, (_, i) => 1 - (0.6 - i / 100) ** 2);
  return squares.reduce((sum, square) => sum + square, 0) / count ** 2;
}
