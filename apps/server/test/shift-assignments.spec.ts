import type { Page, RosterRow, ShiftAssignment } from '@rollcall/contracts';
import { aShift, aWorker } from './support/attendance.js';
import { unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('shifts that are assigned', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin'); // Outlives every move of the clock.
    rollcall.clock.set('2026-04-15T12:00:00Z');
  });
  afterAll(() => rollcall.stop());

  const assign = (fields: object) => admin.post<ShiftAssignment>('/shift-assignments', fields, 201);
  const refused = (fields: object, code: string) =>
    admin.refused(admin.post('/shift-assignments', fields, 409), code);
  /** The shifts of the Mondays to Fridays from a day on. */
  const planned = async (departmentId: string, from: string, to = from) => {
    const { items } = await admin.get<Page<RosterRow>>(
      `/attendance/roster?from=${from}&to=${to}&departmentId=${departmentId}`,
    );
    return items[0]!.days.map(({ shiftIds }) => shiftIds);
  };
  const aColleague = async () => {
    const department = await admin.post<{ id: string }>('/departments', { name: unique() }, 201);
    const worker = await aWorker(rollcall, admin, { departmentId: department.id });
    return { ...worker, personId: worker.person.id, departmentId: department.id };
  };

  it('are assigned once, though the form is sent twice', async () => {
    const [shift, other] = [await aShift(admin), await aShift(admin, { start: '19:00', end: '22:00' })];
    const { personId, departmentId } = await aColleague();
    for (const whose of [{ personId }, { departmentId }]) {
      const fields = { ...whose, shiftId: shift.id, from: '2026-05-04' };
      const sent = [1, 2, 3].map(() =>
        admin.raw('POST', '/shift-assignments', JSON.stringify(fields), {
          'Content-Type': 'application/json',
        }),
      );
      const statuses = (await Promise.all(sent)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([201, 409, 409]);
      await refused({ ...fields, weekdays: [5, 6] }, 'ASSIGNMENT_EXISTS');
      await assign({ ...fields, weekdays: [6, 7] });
      await assign({ ...fields, from: '2026-05-05' });
      await assign({ ...fields, shiftId: other.id });
      await assign({ ...fields, rotation: { unit: 'day', shiftIds: [shift.id, null] } });
      await refused(
        { ...fields, rotation: { unit: 'day', shiftIds: [shift.id, null] } },
        'ASSIGNMENT_EXISTS',
      );
    }
    await admin.refused(
      admin.post(
        '/shift-assignments',
        { departmentId: shift.id, shiftId: shift.id, from: '2026-05-04' },
        422,
      ),
      'DEPARTMENT_NOT_FOUND',
    );
    await admin.refused(
      admin.post('/shift-assignments', { personId: shift.id, shiftId: shift.id, from: '2026-05-04' }, 422),
      'PERSON_NOT_FOUND',
    );
  });

  it('make way for a day that is assigned otherwise, also on their first', async () => {
    const [usual, late] = [await aShift(admin), await aShift(admin, { start: '13:00', end: '21:00' })];
    const { personId, departmentId } = await aColleague();
    const whose = { personId };
    await assign({ ...whose, shiftId: usual.id, from: '2026-05-04' });
    await assign({ ...whose, shiftId: late.id, from: '2026-05-04', to: '2026-05-04' });
    expect(await planned(departmentId, '2026-05-04', '2026-05-05')).toEqual([[late.id], [usual.id]]);
    await assign({ ...whose, shiftId: late.id, from: '2026-05-06' });
    await assign({ ...whose, shiftId: usual.id, from: '2026-05-06' });
    expect(await planned(departmentId, '2026-05-06')).toEqual([[usual.id]]);
  });

  it('do not reach into a month that is locked; one that does is ended, not deleted', async () => {
    const shift = await aShift(admin);
    const { personId } = await aColleague();
    const standing = await assign({ personId, shiftId: shift.id, from: '2026-02-02' });
    await admin.post('/attendance/periods/2026-03/lock', {}, 200);
    const late = { personId, shiftId: shift.id };
    await refused({ ...late, from: '2026-03-09' }, 'PERIOD_LOCKED');
    await refused({ ...late, from: '2026-02-09', to: '2026-03-01' }, 'PERIOD_LOCKED');
    await assign({ ...late, from: '2026-02-09', to: '2026-02-28' });
    await assign({ ...late, from: '2026-04-01' });
    const { detail } = await admin.refused(
      admin.delete(`/shift-assignments/${standing.id}`, 409),
      'PERIOD_LOCKED',
    );
    expect(detail).toContain('PATCH it with its last day as `to`');
    const path = `/shift-assignments/${standing.id}`;
    const patched = await admin.refused(admin.patch(path, { to: '2026-03-15' }, 409), 'PERIOD_LOCKED');
    expect(patched.detail).toContain('Let it end with the last day of that month');
    await admin.patch(path, { to: '2026-04-10' });
    await admin.patch(path, { to: '2026-03-31' });
    await admin.patch(path, { to: '2026-03-31' });
    await admin.refused(admin.patch(path, { to: '2026-02-28' }, 409), 'PERIOD_LOCKED');
    await admin.patch(path, { to: null });
  });

  it('make days again when the second of a day changes', async () => {
    const parts = [
      await aShift(admin, { start: '08:00', end: '12:00', breakMinutes: 0 }),
      await aShift(admin, { start: '16:00', end: '20:00', breakMinutes: 0 }),
    ];
    const { personId, punch, day } = await aColleague();
    for (const { id } of parts) await assign({ personId, shiftId: id, from: '2026-04-01' });
    await punch('2026-04-07T08:00:00+02:00', '2026-04-07T12:00:00+02:00');
    await punch('2026-04-07T16:00:00+02:00', '2026-04-07T20:00:00+02:00');
    expect(await day('2026-04-07')).toMatchObject({ lateMinutes: 0, dueMinutes: 480 });
    await admin.patch(`/shifts/${parts[1]!.id}`, { start: '15:00', validFrom: '2026-04-01' });
    expect(await day('2026-04-07')).toMatchObject({ lateMinutes: 60, dueMinutes: 540 });
  });

  it('read as they did in a month that is locked', async () => {
    await admin.post('/attendance/periods/2026-03/lock', {}, 200);
    const { id } = await aShift(admin);
    const path = `/shifts/${id}`;
    for (const validFrom of ['2026-02-10', '2026-03-10', '2026-03-31'])
      await admin.refused(admin.patch(path, { start: '08:00', validFrom }, 409), 'PERIOD_LOCKED');
    await admin.patch(path, { name: `Renamed ${unique()}`, validFrom: '2026-03-10' });
    await admin.patch(path, { start: '08:00', validFrom: '2026-04-01' });
    await admin.patch(path, { start: '08:30' });
  });
});
