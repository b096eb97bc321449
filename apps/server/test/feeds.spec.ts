import type { AttendanceDay, Page, PayrollDay, Shift, ShiftFeed, ShiftFeedState } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import { NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { aLeave } from './support/report-stage.js';
import { Rollcall } from './support/rollcall.js';

type Worker = Awaited<ReturnType<typeof aWorker>>;

describe('feeds', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  let shift: Shift;
  let worker: Worker;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
    hr = await rollcall.script('hr');
    rollcall.clock.set('2026-03-20T12:00:00Z');
    shift = await aShift(admin, { name: 'Day, with ; and \\ in it' });
    worker = await aWorker(rollcall, admin, { shiftId: shift.id });
    await worker.punch('02 09:20', '02 18:00', '03 09:00', '03 19:00');
  });
  afterAll(() => rollcall.stop());

  const feed = () => hr.post<ShiftFeed>(`/people/${worker.person.id}/shift-feed`, {}, 201);
  const read = (path: string) => rollcall.anyone().answer('GET', path.replace('/api/v1', ''));
  /** As calendars see them: lines that go on are one. */
  const eventsIn = (text: string) => text.replaceAll('\r\n ', '').split('BEGIN:VEVENT').slice(1).map(eventIn);

  it('show the shifts to come as a calendar, right across a change of the clocks', async () => {
    await aLeave(admin, worker.person.id, '2026-03-25', '2026-03-25');
    await admin.post('/holidays', { siteId: worker.site.id, date: '2026-03-26', name: 'Fair' }, 201);
    const { path } = await feed();
    const { status, headers, text } = await read(path);
    expect([status, headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    const events = eventsIn(text);
    const on = (date: string) => events.filter((event) => event['UID']!.includes(date));
    expect(on('2026-03-27')).toEqual([
      {
        UID: `${worker.person.id}-2026-03-27-0@rollcall`,
        DTSTART: '20260327T080000Z',
        DTEND: '20260327T170000Z',
        SUMMARY: 'Day\\, with \\; and \\\\ in it',
      },
    ]);
    expect(on('2026-03-30')[0]).toMatchObject({ DTSTART: '20260330T070000Z', DTEND: '20260330T160000Z' });
    for (const free of ['2026-03-25', '2026-03-26', '2026-03-28']) expect(on(free)).toEqual([]);
    const dates = events.map((event) => event['UID']!.slice(37, 47));
    expect([dates[0], dates.at(-1)]).toEqual(['2026-02-18', '2026-07-17']);
    expect(text).not.toContain(worker.person.name);
  });

  it('take out the half of a day that is leave', async () => {
    const half = { personId: worker.person.id, from: '2026-04-07', kind: 'morning' };
    const { id } = await admin.post<{ id: string }>('/leaves', half, 201);
    await admin.patch(`/leaves/${id}`, { status: 'approved' });
    const { path } = await feed();
    const [event] = eventsIn((await read(path)).text).filter((each) => each['UID']!.includes('2026-04-07'));
    expect(event).toMatchObject({ DTSTART: '20260407T113000Z', DTEND: '20260407T160000Z' });
  });

  it('have an address that nobody guesses, that ends with the next one, and that is kept as a hash', async () => {
    const [first, second] = [await feed(), await feed()];
    expect(first.path).toMatch(/^\/api\/v1\/feeds\/shifts\/rcf_[\w-]{43}\.ics$/);
    expect((await read(first.path)).status).toBe(404);
    expect((await read(second.path)).status).toBe(200);
    const [kept] = await rollcall.sql<{ token_hash: string }>('SELECT token_hash FROM shift_feeds');
    expect(second.path).not.toContain(kept!.token_hash);
    await hr.delete(`/people/${worker.person.id}/shift-feed`, 204);
    const gone = await read(second.path);
    expect([gone.status, JSON.parse(gone.text)]).toEqual([
      404,
      expect.objectContaining({ code: 'SHIFT_FEED_NOT_FOUND' }),
    ]);
    await hr.refused(hr.delete(`/people/${worker.person.id}/shift-feed`, 404), 'SHIFT_FEED_NOT_FOUND');
    await hr.refused(hr.post(`/people/${NOBODY}/shift-feed`, {}, 404), 'PERSON_NOT_FOUND');
  });

  it('say whether there is one, and since when, but not where', async () => {
    const path = `/people/${worker.person.id}/shift-feed`;
    const none = { personId: worker.person.id, createdAt: null };
    expect(await hr.get<ShiftFeedState>(path)).toEqual(none);
    await feed();
    expect(await hr.get(path)).toEqual({ ...none, createdAt: rollcall.clock.now().toISOString() });
    await hr.delete(path, 204);
    expect(await hr.get(path)).toEqual(none);
    await hr.refused(hr.get(`/people/${NOBODY}/shift-feed`, 404), 'PERSON_NOT_FOUND');
  });

  it('end with whoever is erased', async () => {
    const other = await aWorker(rollcall, admin, { shiftId: shift.id });
    const { path } = await hr.post<ShiftFeed>(`/people/${other.person.id}/shift-feed`, {}, 201);
    await admin.delete(`/people/${other.person.id}`, 200);
    expect((await read(path)).status).toBe(404);
  });

  it('give payroll the days that the API tells, page by page, under ids that stay', async () => {
    const query = `from=2026-03-02&to=2026-03-06&personId=${worker.person.id}`;
    const path = `/feeds/payroll.json?${query}&limit=2`;
    const pages: Page<PayrollDay>[] = [];
    for (let cursor: string | null = ''; cursor !== null; cursor = pages.at(-1)!.nextCursor)
      pages.push(await hr.get(cursor === '' ? path : `${path}&cursor=${cursor}`));
    const days = pages.flatMap(({ items }) => items);
    const told = (await hr.get<Page<AttendanceDay>>(`/attendance/days?${query}`)).items;
    expect(pages).toHaveLength(3);
    expect(
      days.map(({ workedMinutes, overtimeMinutes, date }) => [date, workedMinutes, overtimeMinutes]),
    ).toEqual(told.map(({ workedMinutes, overtimeMinutes, date }) => [date, workedMinutes, overtimeMinutes]));
    expect(days[1]).toEqual({
      id: `${worker.person.id}:2026-03-03`,
      personId: worker.person.id,
      employeeNo: worker.person.employeeNo,
      departmentId: null,
      siteId: worker.site.id,
      date: '2026-03-03',
      status: 'present',
      dueMinutes: 480,
      workedMinutes: 540,
      regularMinutes: 480,
      overtimeMinutes: 60,
      overtimeWaitingMinutes: 0,
      leaveMinutes: 0,
      leaveDays: 0,
      breakMinutes: 60,
      lateMinutes: 0,
      earlyMinutes: 0,
      locked: false,
    });
    await hr.post('/attendance/periods/2026-03/lock', {}, 200);
    const [locked] = (await hr.get<Page<PayrollDay>>(path)).items;
    expect(locked).toMatchObject({ id: days[0]!.id, locked: true });
  });

  it.each([
    'from=2026-03-02',
    'from=2026-03-02&to=2026-03-01',
    'from=2026-03-02&to=2026-03-03&cursor=nonsense',
    `from=2026-03-02&to=2026-03-03&cursor=${Buffer.from(`2026-99-99 ${NOBODY}`).toString('base64url')}`,
  ])('refuse %s', async (query) => {
    await hr.refused(hr.get(`/feeds/payroll.json?${query}`, 400), 'VALIDATION_FAILED');
    await hr.refused(hr.get(`/attendance/days?${query}`, 400), 'VALIDATION_FAILED');
  });
});

function eventIn(text: string): Record<string, string> {
  const lines = [...text.matchAll(/^(UID|DTSTART|DTEND|SUMMARY):(.*?)\r$/gm)];
  return Object.fromEntries(lines.map(([, key, value]): [string, string] => [key!, value!]));
}
