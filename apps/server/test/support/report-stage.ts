import type { AttendanceDay, Correction, Department, Leave, Page } from '@rollcall/contracts';
import { aShift, aWorker } from './attendance.js';
import { unique } from './builders.js';
import type { Client } from './client.js';
import { Rollcall } from './rollcall.js';

export const WEEK = { from: '2026-03-02', to: '2026-03-08' };

/** Names from everywhere, one of which a spreadsheet would run. */
export const NAMES = ['Zoë Łukasz', '王小明', '=HYPERLINK("http://x")', 'Anna "Ann" O\u2019Hara, Dr.'];

/** A week of March in two departments with everything that a report has words for. */
export async function aReportStage(rollcall: Rollcall, admin: Client) {
  const shift = await aShift(admin, { name: `Day ${unique()}` });
  const [first, second] = [await aDepartment(admin, 'Assembly'), await aDepartment(admin, '仓库')];
  const [zoe, ming, formula, anna] = [
    await aWorker(rollcall, admin, { shiftId: shift.id, departmentId: first.id, name: NAMES[0]! }),
    await aWorker(rollcall, admin, { shiftId: shift.id, departmentId: second.id, name: NAMES[1]! }),
    await aWorker(rollcall, admin, { shiftId: shift.id, departmentId: first.id, name: NAMES[2]! }),
    await aWorker(rollcall, admin, { departmentId: second.id, name: NAMES[3]! }),
  ];
  await zoe.punch(
    '02 09:20',
    '02 18:00',
    '03 08:55',
    '03 19:31',
    '04 09:00',
    '05 09:00',
    '05 12:00',
    '05 17:10',
  );
  await ming.punch('02 09:00', '02 18:00', '03 21:00', '04 07:00', '07 10:00', '07 14:00');
  await formula.punch('02 10:05', '02 16:00');
  await anna.punch('06 09:00', '06 18:30');
  await aLeave(admin, ming.person.id, '2026-03-05', '2026-03-06');
  await anApprovedCorrection(await rollcall.as('hr'), admin, zoe.person.id);
  return { shift, first, second, zoe, ming, formula, anna };
}

/** A server in the middle of April, with that week behind it. */
export async function aReportingServer() {
  const rollcall = await Rollcall.start();
  const admin = await rollcall.script('admin'); // Outlives every move of the clock.
  rollcall.clock.set('2026-04-15T12:00:00Z');
  return { rollcall, admin, stage: await aReportStage(rollcall, admin) };
}

export type ReportStage = Awaited<ReturnType<typeof aReportStage>>;

export const aDepartment = (admin: Client, name: string) =>
  admin.post<Department>('/departments', { name: `${name} ${unique()}` }, 201);

export async function aLeave(admin: Client, personId: string, from: string, to: string): Promise<void> {
  const leave = await admin.post<Leave>('/leaves', { personId, from, to, type: 'vacation' }, 201);
  await admin.patch(`/leaves/${leave.id}`, { status: 'approved' });
}

/** Whoever asks for one may not approve it. */
async function anApprovedCorrection(hr: Client, admin: Client, personId: string): Promise<void> {
  const asked = {
    personId,
    date: '2026-03-06',
    in: '09:00',
    out: '18:00',
    reason: 'The kiosk was out of order',
  };
  const correction = await hr.post<Correction>('/corrections', asked, 201);
  await admin.patch(`/corrections/${correction.id}`, { status: 'approved' });
}

/** The days of a department as the API tells them, which every report has to equal. */
export async function daysOf(admin: Client, departmentId: string): Promise<AttendanceDay[]> {
  const page = await admin.get<Page<AttendanceDay>>(
    `/attendance/days?from=${WEEK.from}&to=${WEEK.to}&departmentId=${departmentId}&limit=500`,
  );
  return page.items;
}
