import type {
  AttendanceDay,
  Device,
  Holiday,
  Leave,
  Page,
  Shift,
  ShiftAssignment,
} from '@rollcall/contracts';
import { DaysUpkeep } from '../src/attendance/days/days-upkeep.js';
import { aKioskIn, unique } from './support/builders.js';
import { aShift, aWorker } from './support/attendance.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('days of attendance', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin'); // Outlives every move of the clock.
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  const assign = (fields: object) => admin.post<ShiftAssignment>('/shift-assignments', fields, 201);

  it('follow from punches and the shift that was assigned', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin);
    await assign({
      personId: worker.person.id,
      shiftId: shift.id,
      from: '2026-03-01',
      weekdays: [1, 2, 3, 4, 5],
    });
    await worker.punch('02 09:20', '02 18:00', '03 08:55', '03 19:00', '04 09:00', '04 11:30');
    const days = await worker.days('2026-03-01', '2026-03-05');
    expect(days.map(({ status }) => status)).toEqual(['rest', 'late', 'present', 'half-day', 'absent']);
    expect(days[1]).toMatchObject({
      personId: worker.person.id,
      date: '2026-03-02',
      timeZone: 'Europe/Berlin',
      shiftId: shift.id,
      firstIn: '2026-03-02T08:20:00.000Z',
      lastOut: '2026-03-02T17:00:00.000Z',
      dueMinutes: 480,
      workedMinutes: 460,
      lateMinutes: 20,
      earlyMinutes: 0,
      overtimeMinutes: 0,
      breakMinutes: 60,
      flags: [],
      locked: false,
    });
    expect(days[1]!.punches).toMatchObject([
      { localTime: '2026-03-02T09:20:00', direction: 'in', ignored: null },
      { localTime: '2026-03-02T18:00:00', direction: 'out', ignored: null },
    ]);
    expect(days[2]).toMatchObject({ workedMinutes: 545, overtimeMinutes: 65 });
  });

  it('change with a punch that arrives late, and only they', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('02 09:00', '03 09:00', '03 18:00');
    const [before, untouched] = await worker.days('2026-03-02', '2026-03-03');
    expect(before).toMatchObject({ flags: ['missing-out'], workedMinutes: 0 });
    await worker.punch('02 18:00');
    const [after, other] = await worker.days('2026-03-02', '2026-03-03');
    expect(after).toMatchObject({ flags: [], workedMinutes: 480 });
    expect(other).toEqual(untouched);
  });

  it('of a night belong to its evening', async () => {
    const shift = await aShift(admin, { start: '22:00', end: '06:00', breakMinutes: 30 });
    expect(shift).toMatchObject({ overnight: true, breakRule: 'deducted', overtimeBasis: 'planned' });
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('02 21:58', '03 06:02');
    const [monday, tuesday] = await worker.days('2026-03-02', '2026-03-03');
    expect(monday).toMatchObject({ status: 'present', workedMinutes: 454, flags: [] });
    expect(tuesday).toMatchObject({ status: 'absent', punches: [] });
  });

  it('keep what the shift said before it changed', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('13 09:00', '13 18:00', '16 09:00', '16 18:00');
    expect((await worker.days('2026-03-13', '2026-03-16')).map(({ lateMinutes }) => lateMinutes)).toEqual([
      0, 0, 0, 0,
    ]);
    const changed = await admin.patch<Shift>(`/shifts/${shift.id}`, {
      start: '08:00',
      end: '17:00',
      validFrom: '2026-03-16',
    });
    expect(changed).toMatchObject({ start: '08:00', breakMinutes: 60, validFrom: '2026-03-16' });
    const days = await worker.days('2026-03-13', '2026-03-16');
    expect(days.map(({ lateMinutes }) => lateMinutes)).toEqual([0, 0, 0, 60]);
    await admin.refused(
      admin.patch(`/shifts/${shift.id}`, { start: '07:00', validFrom: '2026-03-10' }, 409),
      'SHIFT_CHANGED_LATER',
    );
  });

  it('keep the department that somebody left', async () => {
    const department = await admin.post<{ id: string }>('/departments', { name: `Night ${unique()}` }, 201);
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { departmentId: department.id });
    await assign({ departmentId: department.id, shiftId: shift.id, from: '2026-03-01' });
    await worker.punch('02 09:30', '02 18:00');
    expect(await worker.day('2026-03-02')).toMatchObject({ shiftId: shift.id, status: 'late' });
    await admin.patch(`/people/${worker.person.id}`, { departmentId: null });
    await worker.punch('03 09:30', '03 18:00');
    expect(await worker.day('2026-03-03')).toMatchObject({ shiftId: shift.id, status: 'late' });
    const today = await admin.get<Page<AttendanceDay>>(
      `/attendance/days?departmentId=${department.id}&from=2026-03-02&to=2026-04-16`,
    );
    expect(today.items.at(-1)!.date).toBe('2026-04-14');
  });

  it('go by the clock of the site where somebody was, also a guest there', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    const { kiosk } = await aKioskIn(rollcall, 'America/New_York');
    const seenThere = (at: string) => worker.seen(at, {}, kiosk);
    await seenThere('2026-03-03T23:00:00Z'); // Arrived in the other order.
    await seenThere('2026-03-03T14:05:00Z');
    await worker.punch('02 09:00', '02 18:00', '04 09:00', '04 18:00');
    const days = await worker.days('2026-03-02', '2026-03-04');
    expect(days.map(({ timeZone }) => timeZone)).toEqual([
      'Europe/Berlin',
      'America/New_York',
      'Europe/Berlin',
    ]);
    expect(days.map(({ workedMinutes, flags }) => [workedMinutes, flags])).toEqual([
      [480, []],
      [475, []],
      [480, []],
    ]);
    expect(days[1]!.punches.map(({ localTime }) => localTime)).toEqual([
      '2026-03-03T09:05:00',
      '2026-03-03T18:00:00',
    ]);
  });

  it('take what was punched elsewhere, outside of the shift, by the date that it had there', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    const { kiosk } = await aKioskIn(rollcall, 'Asia/Shanghai');
    for (const time of ['2026-03-12T01:00:00Z', '2026-03-12T10:00:00Z']) await worker.seen(time, {}, kiosk);
    await worker.punch('12 20:00', '12 21:00');
    const [day, next] = await worker.days('2026-03-12', '2026-03-13');
    expect(day).toMatchObject({ timeZone: 'Asia/Shanghai', workedMinutes: 540, flags: ['outside-shift'] });
    expect(next).toMatchObject({ status: 'absent', workedMinutes: 0, punches: [] });
  });

  it('know holidays of a site and of all, and leave', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('02 09:00', '02 18:00');
    expect(await worker.day('2026-03-02')).toMatchObject({ status: 'present' });
    const holiday = await admin.post<Holiday>(
      '/holidays',
      { siteId: worker.site.id, date: '2026-03-02', name: 'Fair' },
      201,
    );
    expect(await worker.day('2026-03-02')).toMatchObject({
      status: 'holiday',
      overtimeMinutes: 480,
      flags: ['worked-on-holiday'],
    });
    await admin.delete(`/holidays/${holiday.id}`, 204);
    expect(await worker.day('2026-03-02')).toMatchObject({ status: 'present', overtimeMinutes: 0 });

    const leave = await admin.post<Leave>(
      '/leaves',
      { personId: worker.person.id, from: '2026-03-03', to: '2026-03-04' },
      201,
    );
    expect((await worker.day('2026-03-03')).status).toBe('absent');
    await admin.patch(`/leaves/${leave.id}`, { status: 'approved', note: 'Enjoy it' });
    expect((await worker.days('2026-03-03', '2026-03-05')).map(({ status }) => status)).toEqual([
      'leave',
      'leave',
      'absent',
    ]);
  });

  it('are pending while the kiosk may have something to deliver', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    rollcall.clock.set('2026-04-13T09:00:00Z');
    await worker.punch('02 09:00');
    rollcall.clock.set('2026-04-14T12:00:00Z');
    expect(await worker.day('2026-04-13')).toMatchObject({ status: 'pending', flags: ['awaiting-devices'] });
    await worker.kiosk.get('/devices/self');
    rollcall.clock.set('2026-04-14T12:02:00Z');
    expect(await worker.day('2026-04-13')).toMatchObject({ status: 'absent', flags: [] });
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });

  it('are right though the clock of the kiosk is hours off, and say so', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('02 18:00');
    const fast = { 'x-device-time': '2026-04-15T20:00:00Z' };
    const seen = await worker.seen('2026-03-02T16:00:00Z', fast);
    expect(seen).toMatchObject({ localTime: '2026-03-02T09:00:00', clockSkewSeconds: 8 * 3600 });
    expect(await worker.day('2026-03-02')).toMatchObject({ workedMinutes: 480, flags: ['clock-corrected'] });
    rollcall.clock.set('2026-04-15T12:01:00Z');
    await worker.kiosk.answer('GET', '/devices/self', undefined, { 'x-device-time': '2026-04-15T11:31:00Z' });
    const { items } = await admin.get<Page<Device>>('/devices?limit=500');
    expect(items.find(({ id }) => id === worker.device.id)).toMatchObject({ clockSkewSeconds: -1800 });
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });

  it('are the same when all of them are made again', async () => {
    const kept = () =>
      rollcall.sql(
        "SELECT to_jsonb(d) - 'reckoned_at' AS day FROM attendance_days d ORDER BY person_id, date",
      );
    const upkeep = rollcall.app.get(DaysUpkeep);
    const range = { from: '2026-03-01', to: '2026-04-15' };
    await upkeep.refresh(range);
    const before = await kept();
    expect(before.length).toBeGreaterThan(100);
    await upkeep.rebuild(range.from, range.to, () => undefined);
    expect(await kept()).toEqual(before);
  });

  it('come page by page, by date and person', async () => {
    const department = await admin.post<{ id: string }>('/departments', { name: `Pages ${unique()}` }, 201);
    for (let i = 0; i < 2; i++) await aWorker(rollcall, admin, { departmentId: department.id });
    const path = `/attendance/days?departmentId=${department.id}&from=2026-04-14&to=2026-04-20&limit=3`;
    const first = await admin.get<Page<AttendanceDay>>(path);
    const second = await admin.get<Page<AttendanceDay>>(`${path}&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items].map(({ date }) => date)).toEqual([
      '2026-04-14',
      '2026-04-14',
      '2026-04-15',
      '2026-04-15',
    ]);
    expect(second.nextCursor).toBeNull();
    await admin.refused(admin.get(`${path}&cursor=nonsense`, 400), 'VALIDATION_FAILED');
  });
});
