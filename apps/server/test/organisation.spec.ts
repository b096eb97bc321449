import type { AuditEntry, Department, Page, Person, Site } from '@rollcall/contracts';
import { aDevice, aPerson, aSite, NOBODY, unique } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';

describe('the organisation', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  it('begins with one site, in the zone of the installation, which cannot be removed', async () => {
    const admin = await rollcall.admin();
    const { items } = await admin.get<Page<Site>>('/sites');
    expect(items).toEqual([expect.objectContaining({ name: 'Main site', timeZone: 'Europe/Berlin' })]);
    await admin.refused(admin.delete(`/sites/${items[0]!.id}`, 409), 'LAST_SITE');
  });

  describe('sites', () => {
    it('are created, renamed, moved to another zone and removed', async () => {
      const admin = await rollcall.admin();
      const name = `Site ${unique()}`;
      const made = await admin.post<Site>('/sites', { name: ` ${name} `, timeZone: 'Asia/Shanghai' }, 201);
      const createdAt = rollcall.clock.now().toISOString();
      expect(made).toEqual({ id: made.id, name, timeZone: 'Asia/Shanghai', createdAt });
      const moved = await admin.patch<Site>(`/sites/${made.id}`, { timeZone: 'America/New_York' });
      expect(moved).toEqual({ ...made, timeZone: 'America/New_York' });
      const renamed = await admin.patch<Site>(`/sites/${made.id}`, { name: `${name} 2` });
      expect(renamed).toEqual({ ...moved, name: `${name} 2` });
      expect((await admin.get<Page<Site>>('/sites')).items).toContainEqual(renamed);
      await admin.delete(`/sites/${made.id}`, 204);
      await admin.refused(admin.delete(`/sites/${made.id}`, 404), 'SITE_NOT_FOUND');
      await admin.refused(admin.patch(`/sites/${made.id}`, { name: 'X' }, 404), 'SITE_NOT_FOUND');
    });

    it.each(['Europe/Berlin', 'Asia/Kolkata', 'America/Argentina/Ushuaia', 'Pacific/Chatham', 'UTC'])(
      'lie in the zone %s',
      async (timeZone) => expect(await aSite(await rollcall.admin(), timeZone)).toMatchObject({ timeZone }),
    );

    it.each(['Mars/Olympus', 'Berlin', '+01:00', '-05:00', 'UTC+1', '', ' Europe/Berlin', 'x'.repeat(65)])(
      'do not lie in %p',
      async (timeZone) => {
        const admin = await rollcall.admin();
        const made = admin.post('/sites', { name: `Site ${unique()}`, timeZone }, 400);
        const refusal = await admin.refused(made, 'VALIDATION_FAILED');
        expect(refusal.errors?.[0]?.path).toBe('timeZone');
      },
    );

    it('have a name of their own', async () => {
      const admin = await rollcall.admin();
      const { name } = await aSite(admin);
      const other = await aSite(admin);
      await admin.refused(admin.post('/sites', { name, timeZone: 'UTC' }, 409), 'SITE_NAME_TAKEN');
      await admin.refused(admin.patch(`/sites/${other.id}`, { name }, 409), 'SITE_NAME_TAKEN');
      await admin.refused(admin.post('/sites', { timeZone: 'UTC' }, 400), 'VALIDATION_FAILED');
    });

    it('stay while people or kiosks belong to them', async () => {
      const admin = await rollcall.admin();
      const withPerson = await aSite(admin);
      const { id } = await admin.post<Person>('/people', aPerson({ siteId: withPerson.id }), 201);
      await admin.refused(admin.delete(`/sites/${withPerson.id}`, 409), 'SITE_IN_USE');
      await admin.patch(`/people/${id}`, { siteId: null });
      await admin.delete(`/sites/${withPerson.id}`, 204);

      const withKiosk = await aSite(admin);
      const device = await aDevice(admin, { siteId: withKiosk.id });
      await admin.refused(admin.delete(`/sites/${withKiosk.id}`, 409), 'SITE_IN_USE');
      await admin.delete(`/devices/${device.id}`, 204);
      // A removed kiosk keeps its row for the log, and with it its site.
      await admin.refused(admin.delete(`/sites/${withKiosk.id}`, 409), 'SITE_IN_USE');
    });
  });

  describe('departments', () => {
    it('are created, renamed, listed and removed', async () => {
      const admin = await rollcall.admin();
      const name = `Department ${unique()}`;
      const made = await admin.post<Department>('/departments', { name }, 201);
      expect(made).toEqual({ id: made.id, name, createdAt: rollcall.clock.now().toISOString() });
      const renamed = await admin.patch<Department>(`/departments/${made.id}`, { name: `${name} 2` });
      expect(renamed).toEqual({ ...made, name: `${name} 2` });
      expect((await admin.get<Page<Department>>('/departments')).items).toContainEqual(renamed);
      await admin.delete(`/departments/${made.id}`, 204);
      await admin.refused(admin.delete(`/departments/${made.id}`, 404), 'DEPARTMENT_NOT_FOUND');
      await admin.refused(admin.patch(`/departments/${NOBODY}`, { name }, 404), 'DEPARTMENT_NOT_FOUND');
    });

    it('have a name of their own', async () => {
      const admin = await rollcall.admin();
      const [one, other] = [`Department ${unique()}`, `Department ${unique()}`];
      await admin.post('/departments', { name: one }, 201);
      const { id } = await admin.post<Department>('/departments', { name: other }, 201);
      await admin.refused(admin.post('/departments', { name: one }, 409), 'DEPARTMENT_NAME_TAKEN');
      await admin.refused(admin.patch(`/departments/${id}`, { name: one }, 409), 'DEPARTMENT_NAME_TAKEN');
      await admin.refused(admin.post('/departments', { name: ' ' }, 400), 'VALIDATION_FAILED');
    });

    it('stay while people belong to them, and find those people', async () => {
      const admin = await rollcall.admin();
      const { id } = await admin.post<Department>('/departments', { name: `Department ${unique()}` }, 201);
      const person = await admin.post<Person>('/people', aPerson({ departmentId: id }), 201);
      expect(person.departmentId).toBe(id);
      await admin.post('/people', aPerson(), 201);
      expect((await admin.get<Page<Person>>(`/people?departmentId=${id}`)).items).toEqual([person]);
      await admin.refused(admin.delete(`/departments/${id}`, 409), 'DEPARTMENT_IN_USE');
    });
  });

  it('is noted in the audit log when it changes', async () => {
    const admin = await rollcall.admin();
    const site = await aSite(admin);
    await admin.patch(`/sites/${site.id}`, { timeZone: 'UTC' });
    await admin.delete(`/sites/${site.id}`, 204);
    const { items } = await admin.get<Page<AuditEntry>>('/audit');
    const own = items.filter(({ subject }) => subject === `site:${site.id}`);
    expect(own.map(({ action }) => action)).toEqual(['site.delete', 'site.update', 'site.create']);
  });
});
