import type { Leave } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('days that older rules kept with minutes below nothing', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  const inFebruaryAndMarch = async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('2026-02-27T08:00:00Z', '2026-02-27T17:00:00Z', '02 09:00', '02 18:00');
    await worker.days('2026-02-27', '2026-03-02');
    await rollcall.sql(
      'UPDATE attendance_days SET break_minutes = -45, worked_minutes = -3 WHERE person_id = $1',
      [worker.person.id],
    );
    return worker;
  };

  it('are made again where their month is open', async () => {
    const worker = await inFebruaryAndMarch();
    const [, , , monday] = await worker.days('2026-02-27', '2026-03-02');
    expect(monday).toMatchObject({ breakMinutes: 60, workedMinutes: 480 });
  });

  it('stay where it is locked, and keep nobody from the others', async () => {
    const worker = await inFebruaryAndMarch();
    await rollcall.sql(
      "INSERT INTO attendance_locks (month, locked_at, locked_by) VALUES ('2026-02', now(), 'HR')",
    );
    const [friday, , , monday] = await worker.days('2026-02-27', '2026-03-02');
    expect(friday).toMatchObject({ breakMinutes: 0, workedMinutes: 0, locked: true });
    expect(monday).toMatchObject({ breakMinutes: 60, locked: false });
  });

  it('are none of two leaves behind the last OUT', async () => {
    const shift = await aShift(admin);
    const worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    for (const hours of [
      { start: '14:00', end: '15:00' },
      { start: '16:00', end: '17:00' },
    ]) {
      const leave = {
        personId: worker.person.id,
        from: '2026-03-02',
        to: '2026-03-02',
        kind: 'hours',
        ...hours,
      };
      const { id } = await admin.post<Leave>('/leaves', leave, 201);
      await admin.patch(`/leaves/${id}`, { status: 'approved' });
    }
    await worker.punch('02 09:00', '02 14:00');
    expect((await worker.days('2026-03-02', '2026-03-02'))[0]).toMatchObject({ workedMinutes: 300 });
  });
});
