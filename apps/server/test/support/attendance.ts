import type { AttendanceDay, CheckInAnswer, Page, Person, Shift, ShiftCreate } from '@rollcall/contracts';
import { aKioskIn, anEnrolledPerson, unique } from './builders.js';
import type { Client } from './client.js';
import type { Rollcall } from './rollcall.js';
import { aPhoto } from './scripted-face-engine.js';

let nextFace = 5000;

/** 09:00 to 18:00 with an hour's break and ten minutes of grace. */
export const aShift = (admin: Client, fields: Partial<ShiftCreate> = {}) =>
  admin.post<Shift>(
    '/shifts',
    {
      name: `Shift ${unique()}`,
      start: '09:00',
      end: '18:00',
      breakMinutes: 60,
      graceInMinutes: 10,
      graceOutMinutes: 10,
      halfDayMinutes: 240,
      absentMinutes: 120,
      overtimeAfterMinutes: 30,
      pairing: 'first-last',
      ...fields,
    },
    201,
  );

/** Somebody who works in Berlin, and the kiosk there. */
export async function aWorker(
  rollcall: Rollcall,
  admin: Client,
  fields: { shiftId?: string; departmentId?: string; name?: string } = {},
) {
  const who = nextFace++;
  const { site, device, kiosk } = await aKioskIn(rollcall, 'Europe/Berlin');
  const person: Person = await anEnrolledPerson(admin, who, { siteId: site.id, ...fields });
  /** Is seen at these instants, or local times of March in Berlin (`02 09:00`), in any order. */
  const punch = async (...times: string[]) => {
    for (const time of times) {
      const capturedAt = time.includes('T') ? time : `2026-03-${time.replace(' ', 'T')}:00+01:00`;
      const answer = await kiosk.frame<CheckInAnswer>(aPhoto({ who }), 201, { 'captured-at': capturedAt });
      expect(answer.decision).toBe('matched');
    }
  };
  /** At an instant that the kiosk says, or another one. */
  const seen = (capturedAt: string, headers: Record<string, string> = {}, by: Client = kiosk) =>
    by.frame<CheckInAnswer>(aPhoto({ who }), 201, { 'captured-at': capturedAt, ...headers });
  const days = async (from: string, to = from) =>
    (
      await admin.get<Page<AttendanceDay>>(
        `/attendance/days?personId=${person.id}&from=${from}&to=${to}&limit=500`,
      )
    ).items;
  return {
    person,
    site,
    device,
    kiosk,
    punch,
    seen,
    days,
    day: async (date: string) => (await days(date))[0]!,
  };
}

/** Leave that was decided, and a correction that waits, with these words wherever there is room for some. */
export async function writtenAbout(admin: Client, personId: string, words: string): Promise<void> {
  const asked = { personId, from: '2026-02-02', type: words, reason: words };
  const leave = await admin.post<{ id: string }>('/leaves', asked, 201);
  await admin.patch(`/leaves/${leave.id}`, { status: 'approved', note: words });
  await admin.post('/corrections', { personId, date: '2026-02-02', in: '09:00', reason: words }, 201);
}
