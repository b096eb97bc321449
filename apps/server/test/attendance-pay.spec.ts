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
      const columns = 'regularMinutes,overtimeMinutes';
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
      report: [480, 0],
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
      report: [480, 210],
    });
  });
});
