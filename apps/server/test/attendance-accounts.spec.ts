import type { AttendanceDay, DayAccount, Page, RosterRow, Shift, ShiftAssignment } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import { NOBODY, unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

const MIDNIGHT = Date.parse('2026-03-02T00:00:00Z');
const minuteOf = (instant: string) => (Date.parse(instant) - MIDNIGHT) / 60_000;

describe('what is told about days and shifts', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    [admin, hr] = [await rollcall.script('admin'), await rollcall.script('hr')];
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  const account = (personId: string, date: string) =>
    hr.get<DayAccount>(`/attendance/days/${personId}/${date}`);

  describe('the account of a day', () => {
    it('says what was planned, who was there and by which version of the shift', async () => {
      const shift = await aShift(admin);
      const { person, punch } = await aWorker(rollcall, admin, { shiftId: shift.id });
      await punch('02 09:20', '02 18:00');
      await admin.patch(`/shifts/${shift.id}`, { start: '08:00', validFrom: '2026-03-03' });
      const told = await account(person.id, '2026-03-02');
      expect(told).toMatchObject({
        day: { status: 'late', lateMinutes: 20, workedMinutes: 460 },
        plan: [
          {
            shift: { id: shift.id, start: '09:00', validFrom: null },
            opens: '2026-03-02T04:00:00.000Z',
            start: '2026-03-02T08:00:00.000Z',
            end: '2026-03-02T17:00:00.000Z',
            closes: '2026-03-03T01:00:00.000Z',
            core: null,
          },
        ],
        presence: [{ from: '2026-03-02T08:20:00.000Z', to: '2026-03-02T17:00:00.000Z' }],
        unlocked: null,
      });
      const { plan } = await account(person.id, '2026-03-03');
      expect(plan[0]!.shift).toMatchObject({ start: '08:00', validFrom: '2026-03-03' });
    });

    it('of a locked month says what would be made of it now', async () => {
      const shift = await aShift(admin);
      const { person, punch } = await aWorker(rollcall, admin, { shiftId: shift.id });
      await punch('05 09:00');
      await hr.post('/attendance/periods/2026-03/lock', {}, 200);
      await punch('05 18:00');
      expect(await account(person.id, '2026-03-05')).toMatchObject({
        day: { locked: true, workedMinutes: 0, flags: ['missing-out', 'late-event'] },
        unlocked: { workedMinutes: 480, flags: [] },
      });
      await admin.post('/attendance/periods/2026-03/unlock', { reason: 'x' }, 200);
    });

    it('is nothing where there is nobody, or no day yet', async () => {
      const { person } = await aWorker(rollcall, admin);
      const refused = (path: string, code: string, status = 404) =>
        hr.refused(hr.get(`/attendance/days/${path}`, status), code);
      await refused(`${NOBODY}/2026-03-02`, 'PERSON_NOT_FOUND');
      await refused(`${person.id}/2026-05-02`, 'DAY_NOT_FOUND');
      await refused(`${person.id}/soon`, 'VALIDATION_FAILED', 400);
    });
  });

  it('days of several people are told at once', async () => {
    const shift = await aShift(admin);
    const workers = [await aWorker(rollcall, admin, { shiftId: shift.id }), await aWorker(rollcall, admin)];
    const ids = workers.map(({ person }) => person.id);
    for (const { punch } of workers) await punch('02 09:00', '02 18:00');
    const { items } = await hr.get<Page<AttendanceDay>>(
      `/attendance/days?from=2026-03-02&to=2026-03-02&people=${ids.join(',')}`,
    );
    expect(items.map(({ personId }) => personId).sort()).toEqual([...ids].sort());
    await hr.refused(
      hr.get('/attendance/days?from=2026-03-02&to=2026-03-02&people=x', 400),
      'VALIDATION_FAILED',
    );
  });

  describe('a shift that is tried', () => {
    const nine = { start: '09:00', end: '18:00', breakMinutes: 60, graceInMinutes: 10 };
    const tried = (fields: object, ...minutes: number[]) =>
      hr.post<DayAccount>(
        '/shifts/try',
        { ...nine, ...fields, punches: minutes.map((minute) => ({ minute })) },
        200,
      );

    it('says what the day would be, and is not kept', async () => {
      const before = await hr.get<Page<Shift>>('/shifts?limit=500');
      const told = await tried({}, 560, 1080);
      expect(told.day).toMatchObject({
        status: 'late',
        lateMinutes: 20,
        workedMinutes: 460,
        breakMinutes: 60,
      });
      expect(told.plan.map(({ opens, closes }) => [minuteOf(opens), minuteOf(closes)])).toEqual([
        [300, 1560],
      ]);
      expect(told.presence.map(({ from, to }) => [minuteOf(from), minuteOf(to)])).toEqual([[560, 1080]]);
      expect((await tried({})).day.status).toBe('absent');
      expect((await hr.get<Page<Shift>>('/shifts?limit=500')).items).toHaveLength(before.items.length);
    });

    it('may go over midnight', async () => {
      const { day } = await tried({ start: '22:00', end: '06:00' }, 1310, 1800);
      expect(day).toMatchObject({
        status: 'present',
        workedMinutes: 430,
        punches: [{}, { direction: 'out' }],
      });
    });

    it('is refused where its hours do not fit', async () => {
      const body = { ...nine, breakMinutes: 540, punches: [] };
      const { errors } = await hr.refused(hr.post('/shifts/try', body, 422), 'SHIFT_HOURS');
      expect(errors).toEqual([{ path: 'breakMinutes', message: expect.stringContaining('Make it shorter') }]);
    });
  });

  it('the roster says what is planned, also for days to come, and who says so', async () => {
    const [usual, own] = [await aShift(admin), await aShift(admin)];
    const department = await admin.post<{ id: string }>('/departments', { name: unique() }, 201);
    const { person } = await aWorker(rollcall, admin, { shiftId: usual.id, departmentId: department.id });
    const assign = (fields: object) => admin.post<ShiftAssignment>('/shift-assignments', fields, 201);
    await assign({ personId: person.id, shiftId: own.id, from: '2026-06-03', to: '2026-06-03' });
    await admin.post('/holidays', { date: '2026-06-04', name: 'Feast' }, 201);
    const leave = await hr.post<{ id: string }>('/leaves', { personId: person.id, from: '2026-06-05' }, 201);
    await admin.patch(`/leaves/${leave.id}`, { status: 'approved' });
    const { items } = await hr.get<Page<RosterRow>>(
      `/attendance/roster?from=2026-06-02&to=2026-06-06&departmentId=${department.id}`,
    );
    expect(items).toMatchObject([{ person: { id: person.id, name: person.name } }]);
    expect(items[0]!.days).toMatchObject([
      { date: '2026-06-02', shiftIds: [usual.id], level: 'usual', holiday: null, leave: null },
      { date: '2026-06-03', shiftIds: [own.id], level: 'own' },
      { date: '2026-06-04', holiday: 'Feast' },
      { date: '2026-06-05', leave: 'full' },
      { date: '2026-06-06', shiftIds: [], level: 'usual' },
    ]);
    await hr.refused(hr.get('/attendance/roster?from=2026-06-02&to=2026-12-01', 400), 'VALIDATION_FAILED');
  });
});
