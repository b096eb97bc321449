import type { AttendanceDay, Page, PayrollDay } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import type { Client } from './support/client.js';
import { csvTable } from './support/report-tables.js';
import { Rollcall } from './support/rollcall.js';

describe('what payroll is told', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  it('leaves out overtime that waits for approval, on a day off too', async () => {
    const shift = await aShift(admin, { overtimeNeedsApproval: true });
    const { person, punch, days } = await aWorker(rollcall, admin, { shiftId: shift.id });
    await punch('02 09:00', '02 18:30', '07 09:00', '07 12:00');
    const paid = async () => {
      const query = `from=2026-03-02&to=2026-03-07&personId=${person.id}`;
      const { items } = await admin.get<Page<PayrollDay>>(`/feeds/payroll.json?${query}`);
      const columns = 'regularMinutes,overtimeMinutes,overtimeWaitingMinutes,overtimeWaitingHours';
      const { records } = await csvTable(admin, 'payroll', { columns, personId: person.id });
      return {
        feed: [items[0]!, items[5]!].map((day) => [
          day.regularMinutes,
          day.overtimeMinutes,
          day.overtimeWaitingMinutes,
        ]),
        report: Object.values(records[0]!).map(Number),
      };
    };
    expect(await paid()).toEqual({
      feed: [
        [480, 0, 30],
        [0, 0, 180],
      ],
      report: [480, 0, 210, 3.5],
    });
    for (const date of ['2026-03-02', '2026-03-07'])
      await admin.put<AttendanceDay>('/attendance/overtime', { personId: person.id, date, approved: true });
    expect((await days('2026-03-02', '2026-03-07')).flatMap(({ flags }) => flags)).not.toContain(
      'overtime-unapproved',
    );
    expect(await paid()).toEqual({
      feed: [
        [480, 30, 0],
        [0, 180, 0],
      ],
      report: [480, 210, 0, 0],
    });
  });

  it('takes minutes below the threshold of overtime, or left over by rounding, for regular work', async () => {
    const shift = await aShift(admin, { overtimeAfterMinutes: 30, overtimeRoundMinutes: 15 });
    const { person, punch } = await aWorker(rollcall, admin, { shiftId: shift.id });
    await punch('02 09:00', '02 18:29', '03 09:00', '03 18:44');
    const columns = 'date,workedMinutes,regularMinutes,overtimeMinutes';
    const { records } = await csvTable(admin, 'payroll', { columns, personId: person.id });
    expect(records.slice(0, 2).map((record) => Object.values(record).slice(1).map(Number))).toEqual([
      [509, 509, 0],
      [524, 494, 30],
    ]);
    const query = `from=2026-03-02&to=2026-03-03&personId=${person.id}`;
    const { items } = await admin.get<Page<PayrollDay>>(`/feeds/payroll.json?${query}`);
    expect(items.map(({ regularMinutes }) => regularMinutes)).toEqual([509, 494]);
  });

  it('counts no days off as leave, half a day as half, and an absence not as presence', async () => {
    const shift = await aShift(admin);
    const { person, punch, days } = await aWorker(rollcall, admin, { shiftId: shift.id });
    await punch('02 09:00', '02 09:30', '03 09:00', '03 13:30');
    const leaves = [
      { from: '2026-03-03', to: '2026-03-03', kind: 'afternoon' },
      { from: '2026-03-05', to: '2026-03-10' },
    ];
    for (const leave of leaves) {
      const { id } = await admin.post<{ id: string }>('/leaves', { personId: person.id, ...leave }, 201);
      await admin.patch(`/leaves/${id}`, { status: 'approved' });
    }
    const made = await days('2026-03-05', '2026-03-10');
    expect(made.map(({ status }) => status)).toEqual(['leave', 'leave', 'rest', 'rest', 'leave', 'leave']);
    const feed = await admin.get<Page<PayrollDay>>(
      `/feeds/payroll.json?from=2026-03-03&to=2026-03-07&personId=${person.id}`,
    );
    expect(feed.items.map(({ leaveDays }) => leaveDays)).toEqual([0.5, 0, 1, 1, 0]);
    const columns = 'leaveDays,leaveHours,presentDays,absentDays';
    const paid = async (to: string) =>
      Object.values((await csvTable(admin, 'payroll', { columns, personId: person.id, to })).records[0]!);
    expect(await paid('2026-03-03')).toEqual(['0.5', '4.00', '1', '1']);
    expect(await paid('2026-03-10')).toEqual(['4.5', '36.00', '1', '2']);
  });

  it('counts a week of leave without any roster as its five working days', async () => {
    const { person } = await aWorker(rollcall, admin);
    const asked = { personId: person.id, from: '2026-03-02', to: '2026-03-08' };
    const { id } = await admin.post<{ id: string }>('/leaves', asked, 201);
    await admin.patch(`/leaves/${id}`, { status: 'approved' });
    const { records } = await csvTable(admin, 'payroll', { columns: 'leaveDays', personId: person.id });
    expect(records.map((record) => Object.values(record))).toEqual([['5']]);
  });
});
