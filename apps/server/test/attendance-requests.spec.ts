import type { AttendanceDay, AttendancePeriod, Correction, Page } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import { aKioskIn } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('what is asked and decided about days', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    [admin, hr] = [await rollcall.script('admin'), await rollcall.script('hr')];
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  const aShiftWorker = async (fields = {}) =>
    aWorker(rollcall, admin, { shiftId: (await aShift(admin, fields)).id });
  const ask = (fields: object) => hr.post<Correction>('/corrections', { reason: 'Forgot', ...fields }, 201);

  describe('a correction', () => {
    it('changes the day when another person has approved it, and keeps what was before', async () => {
      const { person, punch, day } = await aShiftWorker();
      await punch('02 09:00');
      const asked = await ask({ personId: person.id, date: '2026-03-02', out: '18:00' });
      expect(asked).toMatchObject({
        status: 'requested',
        in: null,
        out: '2026-03-02T17:00:00.000Z',
        before: { workedMinutes: 0, flags: ['missing-out'] },
      });
      expect((await day('2026-03-02')).workedMinutes).toBe(0);
      await hr.refused(hr.patch(`/corrections/${asked.id}`, { status: 'approved' }, 403), 'OWN_REQUEST');
      const approved = await admin.patch<Correction>(`/corrections/${asked.id}`, {
        status: 'approved',
        note: 'Seen',
      });
      expect(approved).toMatchObject({ status: 'approved', note: 'Seen', before: { workedMinutes: 0 } });
      const corrected = await day('2026-03-02');
      expect(corrected).toMatchObject({ workedMinutes: 480, flags: ['corrected'] });
      expect(corrected.punches).toMatchObject([{ ignored: null }, { checkInId: null, direction: 'out' }]);
      await admin.patch(`/corrections/${asked.id}`, { status: 'refused', note: 'Not so' });
      expect(await day('2026-03-02')).toMatchObject({ workedMinutes: 0, flags: ['missing-out'] });
    });

    it('of a night ends on the next day', async () => {
      const { person, punch, day } = await aShiftWorker({ start: '22:00', end: '06:00' });
      await punch('02 22:00');
      const asked = await ask({ personId: person.id, date: '2026-03-02', out: '06:00' });
      expect(asked.out).toBe('2026-03-03T05:00:00.000Z');
      await admin.patch(`/corrections/${asked.id}`, { status: 'approved' });
      expect(await day('2026-03-02')).toMatchObject({ workedMinutes: 420 });
    });

    it('is refused where nobody can have been there like that', async () => {
      const { person } = await aShiftWorker();
      const refused = (fields: object, code: string, status = 422) =>
        hr.refused(
          hr.post(
            '/corrections',
            { personId: person.id, date: '2026-03-02', reason: 'x', ...fields },
            status,
          ),
          code,
        );
      await refused({ in: '2026-03-02T09:00:00Z', out: '2026-03-02T08:00:00Z' }, 'CORRECTION_TIMES');
      await refused({ in: '06:00', out: '23:00' }, 'CORRECTION_TIMES');
      await refused({ in: '2026-03-09T09:00:00Z' }, 'CORRECTION_TIMES');
      await refused({ date: '2026-05-01', in: '09:00' }, 'DAY_NOT_BEGUN');
      await refused({}, 'VALIDATION_FAILED', 400);
    });

    it('waits in the list of those who decide', async () => {
      const { person } = await aShiftWorker();
      const asked = await ask({ personId: person.id, date: '2026-03-02', in: '09:00', out: '18:00' });
      const waiting = await admin.get<Page<Correction>>(
        `/corrections?status=requested&personId=${person.id}`,
      );
      expect(waiting.items.map(({ id }) => id)).toEqual([asked.id]);
    });
  });

  it('overtime that needs approval counts when somebody gave it', async () => {
    const { person, punch, day } = await aShiftWorker({ overtimeNeedsApproval: true });
    await punch('02 09:00', '02 20:00');
    const waiting = { overtimeMinutes: 0, overtimeWaitingMinutes: 120, flags: ['overtime-unapproved'] };
    expect(await day('2026-03-02')).toMatchObject(waiting);
    const decide = (approved: boolean) =>
      hr.put<AttendanceDay>('/attendance/overtime', { personId: person.id, date: '2026-03-02', approved });
    expect(await decide(true)).toMatchObject({ overtimeMinutes: 120, overtimeWaitingMinutes: 0, flags: [] });
    expect(await decide(false)).toMatchObject(waiting);
  });

  it('overtime that comes on top of what was approved waits again', async () => {
    const { person, punch, day } = await aShiftWorker({ overtimeNeedsApproval: true });
    await punch('02 09:00', '02 19:00');
    const approve = () =>
      hr.put<AttendanceDay>('/attendance/overtime', {
        personId: person.id,
        date: '2026-03-02',
        approved: true,
      });
    expect(await approve()).toMatchObject({ overtimeMinutes: 60, overtimeWaitingMinutes: 0, flags: [] });
    await punch('02 22:00');
    const later = {
      overtimeMinutes: 60,
      overtimeWaitingMinutes: 180,
      flags: ['overtime-unapproved', 'uneven-punches'],
    };
    expect(await day('2026-03-02')).toMatchObject(later);
    expect(await approve()).toMatchObject({ overtimeMinutes: 240, overtimeWaitingMinutes: 0 });
    await rollcall.sql(`UPDATE overtime_approvals SET minutes = NULL WHERE person_id = '${person.id}'`);
    await punch('02 23:00');
    expect(await day('2026-03-02')).toMatchObject({ overtimeMinutes: 300, overtimeWaitingMinutes: 0 });
  });

  it('the list of months knows what nobody has looked at yet, and what became stale', async () => {
    const toReview = async (month: string) => {
      const { items } = await hr.get<Page<AttendancePeriod>>('/attendance/periods');
      return items.find((each) => each.month === month)?.toReview ?? 0;
    };
    const [march, april] = [await toReview('2026-03'), await toReview('2026-04')];
    const { person, punch } = await aShiftWorker({ overtimeNeedsApproval: true });
    await punch('02 09:00', '03 09:00', '03 20:00');
    expect(await toReview('2026-03')).toBe(march + 2);
    await punch('02 18:00');
    expect(await toReview('2026-03')).toBe(march + 1);
    await hr.put('/attendance/overtime', { personId: person.id, date: '2026-03-03', approved: true });
    expect(await toReview('2026-03')).toBe(march);
    expect(await toReview('2026-04')).toBe(april);
  });

  describe('a locked month', () => {
    it('does not change any more: late punches are flagged, the rest is refused', async () => {
      const { person, punch, day, days } = await aShiftWorker();
      await punch('02 09:00', '02 18:00', '03 09:00');
      const asked = await ask({ personId: person.id, date: '2026-03-03', out: '18:00' });
      const locked = await hr.post<AttendancePeriod>('/attendance/periods/2026-03/lock', {}, 200);
      expect(locked).toMatchObject({ month: '2026-03', locked: true, lateEvents: 0 });
      expect(locked.toReview).toBeGreaterThan(0);
      expect(locked.openRequests).toBeGreaterThan(0);

      await punch('03 18:00', '31 23:30');
      const [monday, tuesday] = await days('2026-03-02', '2026-03-03');
      expect(monday).toMatchObject({ workedMinutes: 480, flags: [], locked: true });
      expect(tuesday).toMatchObject({ workedMinutes: 0, flags: ['missing-out', 'late-event'], locked: true });
      expect((await day('2026-03-31')).flags).toEqual(['late-event']);

      const refused = (call: Promise<unknown>) => hr.refused(call, 'PERIOD_LOCKED');
      await refused(admin.patch(`/corrections/${asked.id}`, { status: 'approved' }, 409));
      const correction = { personId: person.id, date: '2026-03-02', in: '08:00', reason: 'x' };
      await refused(hr.post('/corrections', correction, 409));
      await refused(hr.post('/leaves', { personId: person.id, from: '2026-02-27', to: '2026-03-01' }, 409));
      await refused(hr.post('/holidays', { date: '2026-03-02', name: 'x' }, 409));
      await refused(
        hr.put('/attendance/overtime', { personId: person.id, date: '2026-03-02', approved: true }, 409),
      );

      const open = await admin.post<AttendancePeriod>(
        '/attendance/periods/2026-03/unlock',
        { reason: 'Forgot' },
        200,
      );
      expect(open).toMatchObject({ locked: false, lateEvents: 0 });
      expect(await day('2026-03-03')).toMatchObject({ workedMinutes: 480, flags: [], locked: false });
    });

    it('keeps its last night whole', async () => {
      const { punch, days } = await aShiftWorker({ start: '22:00', end: '06:00' });
      const [evening, morning] = ['2026-01-31T22:00:00+01:00', '2026-02-01T06:00:00+01:00'];
      await punch(evening, morning);
      await hr.post('/attendance/periods/2026-01/lock', {}, 200);
      const [last, first] = await days('2026-01-31', '2026-02-01');
      expect(last).toMatchObject({ locked: true, workedMinutes: 480, flags: ['worked-on-rest-day'] });
      expect(first).toMatchObject({ locked: false, punches: [] });
    });

    it('is none before it has begun at every site', async () => {
      await aKioskIn(rollcall, 'Pacific/Auckland');
      await aKioskIn(rollcall, 'America/New_York');
      rollcall.clock.set('2026-05-01T03:00:00Z'); // The evening before in New York.
      const early = await hr.refused(
        hr.post('/attendance/periods/2026-05/lock', {}, 422),
        'PERIOD_NOT_BEGUN',
      );
      expect(early.detail).toContain('2026-05');
      rollcall.clock.set('2026-05-01T04:00:00Z');
      await hr.post('/attendance/periods/2026-05/lock', {}, 200);
      await admin.post('/attendance/periods/2026-05/unlock', { reason: 'x' }, 200);
      rollcall.clock.set('2026-04-15T12:00:00Z');
    });

    it('is listed, locked once, and unlocked only where it is', async () => {
      await hr.post('/attendance/periods/2025-11/lock', {}, 200);
      await hr.post('/attendance/periods/2025-11/lock', {}, 200);
      const { items } = await hr.get<Page<AttendancePeriod>>('/attendance/periods');
      expect(items.find(({ month }) => month === '2025-11')).toMatchObject({ locked: true });
      await hr.post('/attendance/periods/2025-11/unlock', { reason: 'x' }, 403);
      await admin.post('/attendance/periods/2025-11/unlock', { reason: 'x' }, 200);
      const again = admin.post('/attendance/periods/2025-11/unlock', { reason: 'x' }, 409);
      await admin.refused(again, 'PERIOD_NOT_LOCKED');
      await hr.refused(hr.post('/attendance/periods/2027-01/lock', {}, 422), 'PERIOD_NOT_BEGUN');
      await hr.refused(hr.post('/attendance/periods/2026-13/lock', {}, 400), 'VALIDATION_FAILED');
    });
  });
});
