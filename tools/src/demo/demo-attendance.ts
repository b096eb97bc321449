import type { CheckInAnswer, Page, Shift } from '@rollcall/contracts';
import type { RollcallClient } from '../rollcall-client.js';
import type { DemoFace } from './demo-faces.js';

const SHIFT = { name: 'Demo day shift', start: '09:00', end: '17:30', breakMinutes: 30, graceInMinutes: 5 };
const DAYS = 10;

/** When the first, the second, ... of them came and left, day by day: mostly in time, as people do. Null: not seen. */
const COMINGS = ['08:52', '08:58', '09:03', '08:47', '09:21', '08:55', null, '09:01'];
const LEAVINGS = ['17:34', '17:31', '17:36', '18:42', '17:33', null, '17:52'];

/** Two weeks of work for the demo team, on the days before today; once, however often the demo runs. */
export async function demoAttendance(
  client: RollcallClient,
  kiosk: RollcallClient,
  departmentId: string,
  faces: readonly DemoFace[],
  say: (line: string) => void,
): Promise<void> {
  const { items } = await client.get<Page<Shift>>('/shifts?limit=500');
  if (items.some(({ name }) => name === SHIFT.name)) return;
  const days = workdaysBefore(new Date(), DAYS);
  say(`Working     ${days.length} days, as a kiosk would have seen them...`);
  const shift = await client.json<Shift>('POST', '/shifts', SHIFT);
  await client.json('POST', '/shift-assignments', {
    departmentId,
    shiftId: shift.id,
    from: isoDate(days[0]!),
  });
  for (const [i, day] of days.entries())
    for (const [j, face] of faces.entries()) await work(kiosk, face, day, i + 3 * j);
  say(`Look at /attendance for what came of it.`);
}

async function work(kiosk: RollcallClient, { frame }: DemoFace, day: Date, turn: number): Promise<void> {
  for (const time of [COMINGS[turn % COMINGS.length], LEAVINGS[turn % LEAVINGS.length]]) {
    if (!time) continue;
    const [hours, minutes] = time.split(':').map(Number);
    const at = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hours, minutes);
    await kiosk.frame<CheckInAnswer>(frame, { 'captured-at': at.toISOString() });
  }
}

/** The last so many days from Monday to Friday, the earliest first. */
function workdaysBefore(today: Date, count: number): Date[] {
  const days: Date[] = [];
  for (let back = 1; days.length < count; back++) {
    const day = new Date(today.getFullYear(), today.getMonth(), today.getDate() - back);
    if (day.getDay() % 6 !== 0) days.unshift(day);
  }
  return days;
}

const isoDate = (day: Date) =>
  [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
