import type { AuditEntry, Correction, Leave, Page } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('a request', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  let shiftId: string;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    [admin, hr] = [await rollcall.script('admin'), await rollcall.script('hr')];
    rollcall.clock.set('2026-04-15T12:00:00Z');
    ({ id: shiftId } = await aShift(admin));
  });
  afterAll(() => rollcall.stop());

  const somebody = async () => (await aWorker(rollcall, admin, { shiftId })).person.id;
  const correction = { date: '2026-03-02', in: '09:00', out: '18:00', reason: 'Forgot' };
  const leave = { from: '2026-03-03', to: '2026-03-05' };

  const about = { corrections: correction, leaves: leave };
  describe.each(['corrections', 'leaves'] as const)('among the %s', (path) => {
    const ask = async (personId: string, fields = {}, status = 201) =>
      hr.post<Correction | Leave>(`/${path}`, { personId, ...about[path], ...fields }, status);
    const decide = (id: string, status: string, note?: string, answer = 200) =>
      admin.patch<Correction | Leave>(`/${path}/${id}`, { status, note }, answer);
    const entries = async (id: string) =>
      (await admin.get<Page<AuditEntry>>('/audit?limit=50')).items.filter(({ subject }) =>
        subject?.endsWith(id),
      );

    it('is decided once; saying the same again changes nothing', async () => {
      const { id } = await ask(await somebody());
      const first = await decide(id, 'approved', 'Seen');
      expect(await decide(id, 'approved', 'Seen')).toEqual(first);
      expect(await decide(id, 'approved')).toEqual(first);
      await admin.refused(decide(id, 'approved', 'Otherwise', 409), 'REQUEST_DECIDED');
      await admin.refused(decide(id, 'refused', undefined, 409), 'REQUEST_DECIDED');
      const refusedOne = await ask(await somebody());
      await decide(refusedOne.id, 'refused', 'No');
      await admin.refused(decide(refusedOne.id, 'approved', 'Yes', 409), 'REQUEST_DECIDED');
    });

    it('that was approved is taken back with a note, and nothing that was said is lost', async () => {
      const { id } = await ask(await somebody());
      const approved = await decide(id, 'approved', 'Seen');
      const back = await decide(id, 'refused', 'Did not go');
      expect(back).toMatchObject({ status: 'refused', note: 'Seen\nDid not go' });
      const { decidedBy, decidedAt } = approved;
      expect((await entries(id)).map(({ details }) => details)).toEqual([
        { status: 'refused', noted: true, before: { status: 'approved', decidedBy, decidedAt } },
        { status: 'approved', noted: true },
        {},
      ]);
    });

    it('is made once while the first waits or is approved', async () => {
      const personId = await somebody();
      const { id } = await ask(personId);
      const again = () => admin.refused(ask(personId, {}, 409), 'REQUEST_EXISTS');
      expect((await again()).detail).toContain(id);
      await decide(id, 'approved');
      await again();
      await decide(id, 'refused', 'Did not go');
      await ask(personId);
    });
  });

  it('of another time is another one, but of a day only one correction waits', async () => {
    const personId = await somebody();
    await hr.post('/leaves', { personId, ...leave }, 201);
    await hr.post('/leaves', { personId, from: '2026-03-03' }, 201);
    const hours = { personId, from: '2026-03-03', kind: 'hours', start: '09:00' };
    await hr.post('/leaves', { ...hours, end: '11:00' }, 201);
    await hr.post('/leaves', { ...hours, end: '12:00' }, 201);
    await hr.refused(hr.post('/leaves', { ...hours, end: '12:00' }, 409), 'REQUEST_EXISTS');
    const none = await hr.refused(hr.post('/leaves', { ...hours, end: '09:00' }, 422), 'LEAVE_TIMES');
    expect(none.errors).toEqual([{ path: 'end', message: expect.stringContaining('another time') }]);

    const first = await hr.post<Correction>('/corrections', { personId, ...correction }, 201);
    const other = { personId, ...correction, out: '17:00' };
    await hr.refused(hr.post('/corrections', other, 409), 'REQUEST_EXISTS');
    await hr.post('/corrections', { ...other, date: '2026-03-04' }, 201);
    await admin.patch(`/corrections/${first.id}`, { status: 'approved' });
    await hr.post('/corrections', other, 201);
  });
});
