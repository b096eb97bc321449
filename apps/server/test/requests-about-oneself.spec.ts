import type { Correction, Leave } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('who is paid by a day', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let hr: Client;
  let personId: string;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
    rollcall.clock.set('2026-04-15T12:00:00Z');
    const { id: shiftId } = await aShift(admin, { overtimeNeedsApproval: true });
    const { person, punch } = await aWorker(rollcall, admin, { shiftId });
    await punch('02 09:00', '02 20:00');
    personId = person.id;
    const account = { email: 'ida.hr@example.com', password: 'three plain words 7' };
    await admin.post('/users', { ...account, name: 'Ida', role: 'hr' }, 201);
    hr = await rollcall.signedIn(account);
    await admin.patch(`/people/${personId}`, { email: 'Ida.HR@example.com' });
  });
  afterAll(() => rollcall.stop());

  const asked = {
    leaves: { from: '2026-03-03' },
    corrections: { date: '2026-03-04', in: '09:00', out: '18:00', reason: 'Forgot' },
  };
  const ask = async (path: keyof typeof asked, by: Client, whose: string) =>
    (await by.post<Correction | Leave>(`/${path}`, { personId: whose, ...asked[path] }, 201)).id;

  it.each(['leaves', 'corrections'] as const)('does not decide about their own %s', async (path) => {
    const id = await ask(path, path === 'leaves' ? hr : await rollcall.script('hr'), personId);
    const own = await hr.refused(hr.patch(`/${path}/${id}`, { status: 'approved' }, 403), 'OWN_REQUEST');
    expect(own.detail).toContain('yourself');
    await hr.refused(hr.patch(`/${path}/${id}`, { status: 'refused' }, 403), 'OWN_REQUEST');
    await admin.patch(`/${path}/${id}`, { status: 'approved' });
  });

  it('does not decide about their own overtime', async () => {
    const decision = { personId, date: '2026-03-02', approved: true };
    await hr.refused(hr.put('/attendance/overtime', decision, 403), 'OWN_REQUEST');
    expect(await admin.put('/attendance/overtime', decision)).toMatchObject({ overtimeMinutes: 120 });
  });

  it('writes down leave of others and decides about it', async () => {
    const { person } = await aWorker(rollcall, admin);
    const id = await ask('leaves', hr, person.id);
    expect(await hr.patch(`/leaves/${id}`, { status: 'approved' })).toMatchObject({ status: 'approved' });
  });
});
