import type { Page, Person } from '@rollcall/contracts';
import { aConsent, aPerson } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';

describe('people', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  it('are created, read, changed and listed', async () => {
    const admin = await rollcall.admin();
    const made = await admin.post<Person>('/people', aPerson({ name: 'Grace Hopper' }), 201);
    expect(made).toMatchObject({ name: 'Grace Hopper', status: 'active', enrolled: false, consent: null });
    expect(await admin.get(`/people/${made.id}`)).toEqual(made);

    const changed = await admin.patch<Person>(`/people/${made.id}`, { status: 'inactive' });
    expect(changed).toMatchObject({ name: 'Grace Hopper', status: 'inactive' });
    const found = await admin.get<Page<Person>>('/people?search=hopp&status=inactive');
    expect(found.items.map(({ id }) => id)).toEqual([made.id]);
  });

  it('have an employee number of their own', async () => {
    const admin = await rollcall.admin();
    const person = aPerson();
    await admin.post('/people', person, 201);
    await admin.refused(admin.post('/people', person, 409), 'EMPLOYEE_NO_TAKEN');
  });

  it('are listed page by page, none twice and none missing', async () => {
    const admin = await rollcall.admin();
    const made = [];
    for (let i = 0; i < 5; i++)
      made.push(await admin.post<Person>('/people', aPerson({ name: 'Paged Person' }), 201));
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor && `&cursor=${cursor}`;
      const page: Page<Person> = await admin.get(`/people?search=paged&limit=2${query}`);
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(made.map(({ id }) => id).reverse());
  });

  it('are listed by name, capitals or not, also while somebody is renamed', async () => {
    const admin = await rollcall.admin();
    const long = 'sorted '.padEnd(200, '名');
    const names = ['Sorted b', 'sorted A', 'sorted c', 'Sorted B', long];
    for (const name of names) await admin.post<Person>('/people', aPerson({ name }), 201);
    const path = '/people?search=sorted&sort=name&limit=1';
    const seen: string[] = [];
    let page: Page<Person> = await admin.get(path);
    for (;;) {
      const [person] = page.items;
      seen.push(person!.name);
      if (page.nextCursor === null) break;
      await admin.patch(`/people/${person!.id}`, { name: `Sorted 0 ${seen.length}` });
      page = await admin.get(`${path}&cursor=${page.nextCursor}`);
    }
    expect(seen).toEqual(['sorted A', 'Sorted b', 'Sorted B', 'sorted c', long]);
    const nonsense = Buffer.from('["a"]').toString('base64url');
    await admin.refused(admin.get(`/people?sort=name&cursor=${nonsense}`, 400), 'VALIDATION_FAILED');
  });

  it('search takes wildcards for the letters they are', async () => {
    const admin = await rollcall.admin();
    await admin.post('/people', aPerson({ name: '100% Real_Name' }), 201);
    expect((await admin.get<Page<Person>>('/people?search=100%25')).items).toHaveLength(1);
    expect((await admin.get<Page<Person>>('/people?search=Real_')).items).toHaveLength(1);
    expect((await admin.get<Page<Person>>('/people?search=%25%25')).items).toHaveLength(0);
  });

  it('refuses what does not fit the contract and names the field', async () => {
    const admin = await rollcall.admin();
    const refusal = await admin.refused(admin.post('/people', { name: '' }, 400), 'VALIDATION_FAILED');
    expect(refusal.errors?.map(({ path }) => path).sort()).toEqual(['employeeNo', 'name']);
    await admin.refused(admin.post('/people', aPerson({ name: '\ud800' }), 400), 'VALIDATION_FAILED');
    await admin.refused(admin.get('/people?limit=501', 400), 'VALIDATION_FAILED');
    await admin.refused(admin.get('/people?cursor=nonsense', 400), 'VALIDATION_FAILED');
    await admin.refused(admin.get('/people/not-an-id', 400), 'VALIDATION_FAILED');
    await admin.refused(admin.get('/people/019a0000-0000-7000-8000-000000000000', 404), 'PERSON_NOT_FOUND');
    const nowhere = aPerson({ departmentId: '019a0000-0000-7000-8000-000000000000' });
    await admin.refused(admin.post('/people', nowhere, 422), 'DEPARTMENT_NOT_FOUND');
  });

  it('are seen by hr and changed by enrollers, not the other way round', async () => {
    const person = await (await rollcall.as('enroller')).post<Person>('/people', aPerson(), 201);
    const hr = await rollcall.as('hr');
    expect(await hr.get<Person>(`/people/${person.id}`)).toEqual(person);
    await hr.refused(hr.patch(`/people/${person.id}`, { name: 'X' }, 403), 'FORBIDDEN');
    const auditor = await rollcall.as('auditor');
    await auditor.refused(auditor.post('/people', aPerson(), 403), 'FORBIDDEN');
    const anyone = rollcall.anyone();
    await anyone.refused(anyone.get('/people', 401), 'UNAUTHENTICATED');
  });

  it('consent, and take it back', async () => {
    const admin = await rollcall.admin();
    const { id } = await admin.post<Person>('/people', aPerson(), 201);
    const given = await admin.put<Person>(`/people/${id}/consent`, aConsent());
    expect(given.consent).toEqual({
      documentVersion: '2026-01',
      givenAt: '2026-01-01T09:00:00.000Z',
      withdrawnAt: null,
    });
    const ahead = (seconds: number) => ({
      ...aConsent(),
      givenAt: new Date(rollcall.clock.now().getTime() + seconds * 1000).toISOString(),
    });
    await admin.refused(admin.put(`/people/${id}/consent`, ahead(301), 422), 'CONSENT_IN_FUTURE');
    await admin.put(`/people/${id}/consent`, ahead(300));
    const withdrawn = await admin.delete<Person>(`/people/${id}/consent`, 200);
    expect(withdrawn.consent?.withdrawnAt).toBe(rollcall.clock.now().toISOString());
  });
});
