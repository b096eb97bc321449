import type { CheckInAnswer, Leave } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

type Worker = Awaited<ReturnType<typeof aWorker>>;

describe('dates that nobody works on', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let worker: Worker;
  let shiftId: string;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
    worker = await aWorker(rollcall, admin);
    ({ id: shiftId } = await aShift(admin));
  });
  afterAll(() => rollcall.stop());

  const refused = async (call: Promise<unknown>, years = '1900 to 2199') =>
    expect(JSON.stringify(await admin.refused(call, 'VALIDATION_FAILED'))).toContain(years);

  it.each(['0000-01-01', '0001-01-01', '1899-12-31', '2200-01-01', '9999-12-31'])(
    'are told so, and are no error (%s)',
    async (date) => {
      const personId = worker.person.id;
      const days = `from=${date}&to=${date}`;
      for (const path of [
        `/attendance/days?${days}`,
        `/attendance/days/${personId}/${date}`,
        `/attendance/roster?${days}`,
        `/reports/days.csv?${days}`,
        `/reports/preview/days?${days}`,
        `/reports/charts?${days}`,
        `/feeds/payroll.json?${days}`,
        `/holidays?${days}`,
        `/leaves?${days}`,
        `/corrections?${days}`,
      ])
        await refused(admin.get(path, 400));
      const who = { personId };
      await refused(admin.post('/shift-assignments', { ...who, shiftId, from: date }, 400));
      await refused(admin.post('/holidays', { date, name: 'Feast' }, 400));
      await refused(admin.post('/leaves', { ...who, from: date }, 400));
      await refused(admin.post('/corrections', { ...who, date, in: '09:00', reason: 'x' }, 400));
      await refused(admin.put('/attendance/overtime', { ...who, date, approved: true }, 400));
      await refused(admin.post(`/attendance/periods/${date.slice(0, 7)}/lock`, {}, 400));
    },
  );

  it.each(['1900-01-01', '2199-12-31'])('may be as far away as %s', async (date) => {
    await admin.get(`/attendance/days?from=${date}&to=${date}`);
    await admin.get(`/attendance/roster?from=${date}&to=${date}`);
  });

  it('are no times of capture, neither as a field nor as a header', async () => {
    const { kiosk } = worker;
    for (const at of ['0000-01-01T12:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z']) {
      const typed = { employeeNo: 'x', pin: '123456', capturedAt: at };
      await refused(kiosk.post('/check-ins/pin', typed, 400));
      await refused(kiosk.frame(aPhoto(), 400, { 'captured-at': at }));
      await refused(kiosk.frame(aPhoto(), 400, { 'x-device-time': at }), '1970 to 2089');
    }
    await kiosk.frame<CheckInAnswer>(aPhoto(), 201, { 'captured-at': '1970-01-01T00:00:00Z' });
  });

  it('may follow a leave that is as long as it likes', async () => {
    const leave = await admin.post<Leave>(
      '/leaves',
      { personId: worker.person.id, from: '2026-03-02', to: '2199-12-31' },
      201,
    );
    await admin.patch(`/leaves/${leave.id}`, { status: 'approved' });
    expect(await worker.days('2026-03-02')).toMatchObject([{ status: 'leave' }]);
  });
});
