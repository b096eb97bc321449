import type { CheckInAnswer, CheckInRecord, DeviceCreate, Page } from '@rollcall/contracts';
import { aKiosk, aKioskIn, anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

let nextFace = 0;

describe('check-ins in time', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin'); // Outlives every move of the clock.
    rollcall.clock.set('2026-12-01T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  /** Somebody who is enrolled, seen at a kiosk at given times. */
  const aDay = async (fields: Partial<DeviceCreate> = {}, zone?: string) => {
    const who = nextFace++;
    const person = await anEnrolledPerson(admin, who, { name: `Person ${who}` });
    const { device, kiosk } = zone ? await aKioskIn(rollcall, zone, fields) : await aKiosk(rollcall, fields);
    const at = (capturedAt: string, by = kiosk) =>
      by.frame<CheckInAnswer>(aPhoto({ who }), 201, { 'captured-at': capturedAt });
    const log = async () => {
      const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?personId=${person.id}&limit=500`);
      return items.sort((a, b) => a.capturedAt.localeCompare(b.capturedAt));
    };
    return { who, person, device, kiosk, at, log };
  };
  const directionsOf = (records: { capturedAt: string; direction: string | null }[]) =>
    records.map(({ capturedAt, direction }) => `${capturedAt.slice(11, 16)} ${direction}`);

  describe('a queued frame', () => {
    it('counts for the time that it was captured and says that it came late', async () => {
      const { at } = await aDay();
      const answer = await at('2026-03-02T08:00:00+01:00');
      expect(answer).toMatchObject({
        decision: 'matched',
        capturedAt: '2026-03-02T07:00:00.000Z',
        receivedAt: rollcall.clock.now().toISOString(),
        localTime: '2026-03-02T08:00:00',
        late: true,
      });
    });

    it('is accepted whatever its age', async () => {
      const { at } = await aDay({}, 'Europe/Berlin');
      const old = ['2020-02-29T23:59:59Z', '1999-12-31T23:00:00Z', '1969-07-20T20:17:40Z'];
      for (const capturedAt of old) {
        expect(await at(capturedAt)).toMatchObject({ decision: 'matched', late: true });
      }
    });

    it('is late from one minute on', async () => {
      const { at } = await aDay();
      const ago = (seconds: number) =>
        new Date(rollcall.clock.now().getTime() - seconds * 1000).toISOString();
      expect(await at(ago(60))).toMatchObject({ late: false });
      expect(await at(ago(3_600))).toMatchObject({ late: true });
      expect(await at(ago(7_261))).toMatchObject({ late: true });
    });
  });

  describe('the same person again', () => {
    it('within the window is answered with the first event and recorded once', async () => {
      const { at, log } = await aDay({ direction: 'in' });
      const first = await at('2026-04-01T08:00:00Z');
      const again = await at('2026-04-01T08:01:00Z');
      expect(again).toMatchObject({
        id: first.id,
        decision: 'duplicate',
        person: first.person,
        direction: 'in',
      });
      expect((await log()).map(({ id }) => id)).toEqual([first.id]);
      const later = await at('2026-04-01T08:01:01Z');
      expect(later).toMatchObject({ decision: 'matched' });
      expect(later.id).not.toBe(first.id);
    });

    it('is a duplicate by captured time, also when the earlier frame arrives later', async () => {
      const { at, log } = await aDay({ direction: 'out' });
      const first = await at('2026-04-02T17:00:30Z');
      rollcall.clock.advance(600);
      expect(await at('2026-04-02T17:00:00Z')).toMatchObject({ id: first.id, decision: 'duplicate' });
      expect(await at('2026-04-02T16:59:29Z')).toMatchObject({ decision: 'matched' });
      expect(await log()).toHaveLength(2);
    });

    it('in the other direction is no duplicate, at a kiosk that says which', async () => {
      const { who, at, log } = await aDay({ direction: 'in' });
      const out = await aKiosk(rollcall, { direction: 'out' });
      await at('2026-04-03T08:00:00Z');
      const left = await out.kiosk.frame(aPhoto({ who }), 201, { 'captured-at': '2026-04-03T08:00:10Z' });
      expect(left).toMatchObject({ decision: 'matched', direction: 'out' });
      expect(directionsOf(await log())).toEqual(['08:00 in', '08:00 out']);
    });

    it('within seconds at a kiosk for both ways never comes and leaves', async () => {
      const { at, log } = await aDay({ direction: 'auto' });
      const first = await at('2026-04-04T08:00:00Z');
      for (const second of ['02', '05', '59']) {
        const again = await at(`2026-04-04T08:00:${second}Z`);
        expect(again).toMatchObject({ id: first.id, decision: 'duplicate', direction: 'in' });
      }
      expect(directionsOf(await log())).toEqual(['08:00 in']);
    });

    it('at two kiosks at one moment is matched once and a duplicate once', async () => {
      const { who, kiosk, log } = await aDay({ direction: 'in' });
      const other = await aKiosk(rollcall, { direction: 'in' });
      const headers = { 'captured-at': '2026-04-05T08:00:00Z' };
      const answers = await Promise.all(
        [kiosk, other.kiosk, kiosk, other.kiosk].map((each) =>
          each.frame<CheckInAnswer>(aPhoto({ who }), 201, headers),
        ),
      );
      expect(answers.map(({ decision }) => decision).sort()).toEqual([
        'duplicate',
        'duplicate',
        'duplicate',
        'matched',
      ]);
      expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
      expect(await log()).toHaveLength(1);
    });

    it('is one presence in the window that the settings say', async () => {
      await admin.put('/recognition/settings', { duplicateWindowSeconds: 5 });
      const { at } = await aDay({ direction: 'in' });
      await at('2026-04-06T08:00:00Z');
      expect(await at('2026-04-06T08:00:05Z')).toMatchObject({ decision: 'duplicate' });
      expect(await at('2026-04-06T08:00:06Z')).toMatchObject({ decision: 'matched' });
      await admin.put('/recognition/settings', { duplicateWindowSeconds: 60 });
    });
  });

  describe('direction at a kiosk for both ways', () => {
    it('alternates, and a forgotten OUT does not turn the week around', async () => {
      const { at, log } = await aDay();
      await at('2026-05-04T08:00:00Z');
      await at('2026-05-04T12:00:00Z');
      await at('2026-05-04T13:00:00Z'); // Leaves without a punch.
      await at('2026-05-05T08:05:00Z');
      await at('2026-05-05T17:00:00Z');
      expect(directionsOf(await log())).toEqual([
        '08:00 in',
        '12:00 out',
        '13:00 in',
        '08:05 in',
        '17:00 out',
      ]);
    });

    it('is inferred again when an earlier punch arrives later', async () => {
      const { at, log } = await aDay();
      expect(await at('2026-05-06T12:00:00Z')).toMatchObject({ direction: 'in' });
      expect(await at('2026-05-06T17:00:00Z')).toMatchObject({ direction: 'out' });
      expect(await at('2026-05-06T08:00:00Z')).toMatchObject({ direction: 'in' });
      expect(directionsOf(await log())).toEqual(['08:00 in', '12:00 out', '17:00 in']);
    });

    it('leaves what a kiosk for one way has said', async () => {
      const { who, at, log } = await aDay();
      const exit = await aKiosk(rollcall, { direction: 'out' });
      const leave = (capturedAt: string) =>
        exit.kiosk.frame(aPhoto({ who }), 201, { 'captured-at': capturedAt });
      await leave('2026-05-07T12:00:00Z');
      await at('2026-05-07T13:00:00Z');
      await at('2026-05-07T08:00:00Z');
      await at('2026-05-07T07:00:00Z');
      expect(directionsOf(await log())).toEqual(['07:00 in', '08:00 out', '12:00 out', '13:00 in']);
    });
  });

  describe('local time', () => {
    it.each([
      ['Asia/Shanghai', '2026-01-31T00:59:07Z', '2026-01-31T08:59:07'],
      ['America/New_York', '2026-01-31T00:59:07Z', '2026-01-30T19:59:07'],
      ['Asia/Kolkata', '2026-01-31T18:31:00Z', '2026-02-01T00:01:00'],
      ['Pacific/Chatham', '2026-06-30T11:15:00Z', '2026-07-01T00:00:00'],
      ['Europe/Berlin', '2026-03-29T00:59:59Z', '2026-03-29T01:59:59'],
      ['Europe/Berlin', '2026-03-29T01:00:00Z', '2026-03-29T03:00:00'],
      ['Europe/Berlin', '2026-10-25T00:30:00Z', '2026-10-25T02:30:00'],
      ['Europe/Berlin', '2026-10-25T01:30:00Z', '2026-10-25T02:30:00'],
    ])('in %s at %s is %s', async (zone, capturedAt, localTime) => {
      const { at } = await aDay({}, zone);
      expect(await at(capturedAt)).toMatchObject({
        decision: 'matched',
        localTime,
        site: { timeZone: zone },
      });
    });

    it('stays what it was when the site moves to another zone', async () => {
      const { at, log, person, device } = await aDay({}, 'Europe/Berlin');
      await at('2026-02-01T08:00:00Z');
      await admin.patch(`/sites/${device.siteId}`, { timeZone: 'Asia/Tokyo' });
      const then = { localTime: '2026-02-02T09:00:00', site: { timeZone: 'Europe/Berlin' } };
      expect(await at('2026-02-02T08:00:00Z')).toMatchObject({ ...then, late: true });
      await at('2026-12-01T12:00:00Z');
      expect((await log()).map(({ localTime }) => localTime)).toEqual([
        '2026-02-01T09:00:00',
        then.localTime,
        '2026-12-01T21:00:00',
      ]);
      const day = await admin.get(`/attendance/days?personId=${person.id}&from=2026-02-02&to=2026-02-02`);
      expect(day).toMatchObject({ items: [{ punches: [{ localTime: then.localTime }] }] });
    });

    it('counts punches for the day that the clock on the wall showed', async () => {
      const { at, person } = await aDay({}, 'America/Los_Angeles');
      await at('2026-02-03T06:30:00Z');
      const rows = await rollcall.sql(
        'SELECT local_date::text AS day, local_time FROM punches WHERE person_id = $1',
        [person.id],
      );
      expect(rows).toEqual([{ day: '2026-02-02', local_time: '2026-02-02T22:30:00' }]);
    });
  });
});
