import type { AuditEntry, CheckInAnswer, CheckInRecord, CheckInSummary, Page } from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const SCORES = ['similarity', 'threshold', 'margin', 'liveness', 'quality'];
let nextFace = 0;

describe('the log of check-ins', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());
  beforeEach(() => rollcall.clock.advance(600));

  const someone = async () => {
    const who = nextFace++;
    return { who, person: await anEnrolledPerson(admin, who, { name: `Person ${who}` }) };
  };
  const list = (query: string, client = admin) => client.get<Page<CheckInRecord>>(`/check-ins?${query}`);
  const idsOf = (page: Page<CheckInRecord>) => page.items.map(({ id }) => id);

  it('shows everything that a decision rested on', async () => {
    const { who, person } = await someone();
    const { device, kiosk } = await aKiosk(rollcall, { name: 'Gate 4', direction: 'out' });
    const answer = await kiosk.frame<CheckInAnswer>(aPhoto({ who, likeness: 0.9 }), 201);
    const { items } = await list(`deviceId=${device.id}`);
    const { timings: _, ...told } = answer;
    expect(items).toEqual([
      {
        ...told,
        device: { id: device.id, name: 'Gate 4' },
        person: { id: person.id, name: person.name, employeeNo: person.employeeNo },
        similarity: expect.closeTo(0.9, 5),
        threshold: 0.5,
        margin: items[0]!.margin,
        liveness: null,
        quality: expect.objectContaining({ score: 0.9 }),
        box: { x: 400, y: 200, width: 300, height: 390 },
        hasFrame: true,
      },
    ]);
  });

  it('can be narrowed to a time, a person, a kiosk and a decision', async () => {
    const [one, other] = [await someone(), await someone()];
    const [front, back] = [await aKiosk(rollcall), await aKiosk(rollcall)];
    const seen = (kiosk: Client, who: number, capturedAt: string) =>
      kiosk.frame<CheckInAnswer>(aPhoto({ who }), 201, { 'captured-at': capturedAt });
    const a = await seen(front.kiosk, one.who, '2026-01-05T08:00:00Z');
    const b = await seen(back.kiosk, one.who, '2026-01-05T17:00:00Z');
    const c = await seen(front.kiosk, other.who, '2026-01-05T12:00:00Z');
    const d = await seen(front.kiosk, 255, '2026-01-05T13:00:00Z');
    const day = 'from=2026-01-05T00:00:00Z&to=2026-01-06T00:00:00Z';
    expect(idsOf(await list(day))).toEqual([d.id, c.id, b.id, a.id]);
    expect(idsOf(await list('from=2026-01-05T12:00:00Z&to=2026-01-05T13:00:00Z'))).toEqual([c.id]);
    expect(idsOf(await list('from=2026-01-05T13:00:00%2B01:00&to=2026-01-05T13:00:00Z'))).toEqual([c.id]);
    expect(idsOf(await list(`${day}&personId=${one.person.id}`))).toEqual([b.id, a.id]);
    expect(idsOf(await list(`${day}&deviceId=${back.device.id}`))).toEqual([b.id]);
    expect(idsOf(await list(`${day}&decision=unknown`))).toEqual([d.id]);
    expect(idsOf(await list(`${day}&decision=matched&personId=${NOBODY}`))).toEqual([]);
    expect(idsOf(await list(`${day}&decision=spoof`))).toEqual([]);
  });

  it.each([
    'from=yesterday',
    'personId=me',
    'deviceId=1',
    'decision=perhaps',
    'limit=0',
    'limit=x',
    'cursor=!',
  ])(
    'refuses %s',
    async (query) => void (await admin.refused(admin.get(`/check-ins?${query}`, 400), 'VALIDATION_FAILED')),
  );

  it('is read page by page while new rows arrive, none twice and none missing', async () => {
    const { device, kiosk } = await aKiosk(rollcall);
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.unshift((await kiosk.frame<CheckInAnswer>(aPhoto(), 201)).id);
    const first = await list(`deviceId=${device.id}&limit=2`);
    await kiosk.frame(aPhoto(), 201);
    const second = await list(`deviceId=${device.id}&limit=2&cursor=${first.nextCursor}`);
    const third = await list(`deviceId=${device.id}&limit=2&cursor=${second.nextCursor}`);
    expect([first, second, third].flatMap(idsOf)).toEqual(made);
    expect(third.nextCursor).toBeNull();
  });

  it('shows scores to admin and auditor, not to hr', async () => {
    const { who } = await someone();
    const { device, kiosk } = await aKiosk(rollcall);
    await kiosk.frame(aPhoto({ who }), 201);
    const hr = (await list(`deviceId=${device.id}`, await rollcall.as('hr'))).items[0]!;
    for (const score of SCORES) expect(hr).not.toHaveProperty(score);
    expect(hr).toMatchObject({ decision: 'matched', box: null });
    const auditor = (await list(`deviceId=${device.id}`, await rollcall.as('auditor'))).items[0]!;
    for (const score of SCORES) expect(auditor).toHaveProperty(score);
  });

  describe('frames', () => {
    it('are shown as they came to admin and auditor, and the look is noted', async () => {
      const { who, person } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      const photo = aPhoto({ who, likeness: 0.77 });
      const { id } = await kiosk.frame<CheckInAnswer>(photo, 201);
      const auditor = await rollcall.as('auditor');
      const shown = await auditor.picture(`/check-ins/${id}/frame`);
      expect(shown.bytes.equals(photo)).toBe(true);
      expect(shown.type).toBe('image/jpeg');
      expect(shown.cached).toBe('private, no-store');
      const { items } = await admin.get<Page<AuditEntry>>('/audit?action=check-in.frame.view');
      expect(items[0]).toMatchObject({ subject: `check-in:${id}`, details: { person: person.id } });
      const hr = await rollcall.as('hr');
      await hr.refused(hr.get(`/check-ins/${id}/frame`, 403), 'FORBIDDEN');
      expect((await admin.get<Page<AuditEntry>>('/audit?action=check-in.frame.view')).items).toHaveLength(1);
    });

    it('are kept of strangers and of what could not be read, not of nobody and not of a repetition', async () => {
      const { who } = await someone();
      const { device, kiosk } = await aKiosk(rollcall);
      const before = rollcall.sealedFiles().length;
      const decisions = [];
      for (const photo of [
        aPhoto({ who }),
        aPhoto({ who }),
        aPhoto({ who: 255 }),
        aPhoto({ who, quality: { yaw: 80 } }),
        aPhoto(),
      ]) {
        decisions.push((await kiosk.frame<CheckInAnswer>(photo, 201)).decision);
      }
      expect(decisions).toEqual(['matched', 'duplicate', 'unknown', 'low_quality', 'no_face']);
      expect(rollcall.sealedFiles()).toHaveLength(before + 3);
      const { items } = await list(`deviceId=${device.id}`);
      expect(items.map(({ decision, hasFrame }) => [decision, hasFrame])).toEqual([
        ['no_face', false],
        ['low_quality', true],
        ['unknown', true],
        ['matched', true],
      ]);
      await admin.refused(admin.get(`/check-ins/${items[0]!.id}/frame`, 404), 'FRAME_NOT_FOUND');
    });

    it('of a check-in that is none are not there', async () => {
      await admin.refused(admin.get(`/check-ins/${NOBODY}/frame`, 404), 'CHECK_IN_NOT_FOUND');
      await admin.refused(admin.get('/check-ins/latest/frame', 400), 'VALIDATION_FAILED');
    });
  });

  it('adds up to the present day, by the clock of the first site', async () => {
    rollcall.clock.set('2026-03-05T22:30:00Z'); // 23:30 in Berlin.
    admin = await rollcall.admin();
    const [one, other] = [await someone(), await someone()];
    await anEnrolledPerson(admin, nextFace++);
    const { kiosk } = await aKiosk(rollcall);
    const before = await admin.get<CheckInSummary>('/check-ins/summary');
    expect(before).toMatchObject({ date: '2026-03-05', present: 0, punches: 0, unknown: 0, refused: 0 });
    const seen = (photo: Buffer, capturedAt: string) =>
      kiosk.frame(photo, 201, { 'captured-at': capturedAt });
    await seen(aPhoto({ who: one.who }), '2026-03-05T07:00:00Z');
    await seen(aPhoto({ who: one.who }), '2026-03-05T16:00:00Z');
    await seen(aPhoto({ who: other.who }), '2026-03-05T08:00:00Z');
    await seen(aPhoto({ who: other.who }), '2026-03-04T22:30:00Z'); // The evening before.
    await seen(aPhoto({ who: 255 }), '2026-03-05T09:00:00Z');
    await seen(aPhoto({ who: 255, quality: { yaw: 90 } }), '2026-03-05T09:00:00Z');
    await seen(aPhoto(), '2026-03-05T09:00:00Z');
    const summary = await (await rollcall.as('enroller')).get<CheckInSummary>('/check-ins/summary');
    expect(summary).toEqual({ ...before, present: 2, punches: 3, unknown: 1, refused: 1, devicesOnline: 1 });
    expect(summary.people).toBeGreaterThanOrEqual(3);
    expect(summary.enrolled).toBe(summary.people);
    rollcall.clock.set('2026-03-05T23:00:00Z');
    expect(await admin.get('/check-ins/summary')).toMatchObject({
      date: '2026-03-06',
      present: 0,
      punches: 0,
    });
  });
});
