import type { AuditEntry, Page, User, UserCreated, UserNames } from '@rollcall/contracts';
import { NOBODY, unique } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';

const aUser = (fields: object = {}) => ({
  email: `${unique()}@example.org`,
  name: 'Some One',
  role: 'hr',
  password: 'long enough to pass',
  ...fields,
});

describe('users', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  it('are created, listed, changed and removed', async () => {
    const admin = await rollcall.admin();
    const fields = aUser();
    const made = await admin.post<UserCreated>('/users', fields, 201);
    expect(made).toEqual({
      id: made.id,
      email: fields.email,
      name: 'Some One',
      role: 'hr',
      createdAt: rollcall.clock.now().toISOString(),
      lastLoginAt: null,
    });
    const changed = await admin.patch<User>(`/users/${made.id}`, { name: 'Another', role: 'auditor' });
    expect(changed).toEqual({ ...made, name: 'Another', role: 'auditor' });
    const { items } = await admin.get<Page<User>>('/users');
    expect(items.find(({ id }) => id === made.id)).toEqual(changed);
    const names = await admin.get<UserNames>('/users/names');
    expect(names.items).toContainEqual({ id: made.id, name: 'Another' });
    await admin.delete(`/users/${made.id}`, 204);
    expect((await admin.get<Page<User>>('/users')).items.map(({ id }) => id)).not.toContain(made.id);
    await admin.refused(admin.delete(`/users/${made.id}`, 404), 'USER_NOT_FOUND');
  });

  it('get a password made up, shown once, where none was named', async () => {
    const admin = await rollcall.admin();
    const { password: _, ...fields } = aUser();
    const { temporaryPassword } = await admin.post<UserCreated>('/users', fields, 201);
    await rollcall.signedIn({ email: fields.email, password: temporaryPassword! });
    const { text } = await admin.answer('GET', '/users');
    expect(text).not.toContain('temporaryPassword');
  });

  it('have an address of their own, whatever its capitals', async () => {
    const admin = await rollcall.admin();
    const fields = aUser();
    await admin.post('/users', fields, 201);
    const same = { ...fields, email: fields.email.toUpperCase() };
    await admin.refused(admin.post('/users', same, 409), 'EMAIL_TAKEN');
    const other = await admin.post<User>('/users', aUser(), 201);
    await admin.refused(admin.patch(`/users/${other.id}`, { email: fields.email }, 409), 'EMAIL_TAKEN');
  });

  it('are refused where a field does not fit', async () => {
    const admin = await rollcall.admin();
    const wrong: [object, string][] = [
      [{ email: 'no address' }, 'email'],
      [{ name: '  ' }, 'name'],
      [{ name: 'x'.repeat(121) }, 'name'],
      [{ role: 'root' }, 'role'],
      [{ password: 'short' }, 'password'],
    ];
    for (const [fields, path] of wrong) {
      const refusal = await admin.refused(admin.post('/users', aUser(fields), 400), 'VALIDATION_FAILED');
      expect(refusal.errors?.map((error) => error.path)).toEqual([path]);
    }
    await admin.refused(admin.patch(`/users/${NOBODY}`, { name: 'X' }, 404), 'USER_NOT_FOUND');
  });

  it('are signed out everywhere when an administrator sets their password', async () => {
    const admin = await rollcall.admin();
    const fields = aUser();
    const { id } = await admin.post<User>('/users', fields, 201);
    const user = await rollcall.signedIn(fields);
    await admin.patch(`/users/${id}`, { name: 'Still signed in' });
    await user.get('/auth/me');
    await admin.patch(`/users/${id}`, { password: 'another long one' });
    await user.refused(user.get('/auth/me', 401), 'UNAUTHENTICATED');
    await rollcall.signedIn({ ...fields, password: 'another long one' });
  });

  it('lose what their role allowed at once', async () => {
    const admin = await rollcall.admin();
    const fields = aUser({ role: 'admin' });
    const { id } = await admin.post<User>('/users', fields, 201);
    const user = await rollcall.signedIn(fields);
    await user.get('/users');
    await admin.patch(`/users/${id}`, { role: 'hr' });
    await user.refused(user.get('/users', 403), 'FORBIDDEN');
    await admin.delete(`/users/${id}`, 204);
    await user.refused(user.get('/auth/me', 401), 'UNAUTHENTICATED');
  });

  it('are noted in the audit log without name, address or password', async () => {
    const admin = await rollcall.admin();
    const fields = aUser({ name: 'Unmistakable Name' });
    const { id } = await admin.post<User>('/users', fields, 201);
    await admin.patch(`/users/${id}`, { password: 'another long one', role: 'auditor' });
    await admin.delete(`/users/${id}`, 204);
    const { items } = await admin.get<Page<AuditEntry>>('/audit?limit=500');
    const own = items.filter(({ subject }) => subject === `user:${id}`);
    expect(own.map(({ action }) => action)).toEqual(['user.delete', 'user.update', 'user.create']);
    expect(own[1]!.details).toEqual({ fields: ['role', 'password'] });
    expect(JSON.stringify(own)).not.toMatch(/Unmistakable|another long|example\.org/);
  });

  describe('the last administrator', () => {
    it('can be neither demoted nor removed', async () => {
      const admin = await rollcall.admin();
      const me = await admin.get<User>('/auth/me');
      await admin.refused(admin.patch(`/users/${me.id}`, { role: 'hr' }, 409), 'LAST_ADMIN');
      await admin.refused(admin.delete(`/users/${me.id}`, 409), 'LAST_ADMIN');
      expect(await admin.get<User>('/auth/me')).toEqual(me);
    });

    it('stays even when two take the role from one another at the same moment', async () => {
      const admin = await rollcall.admin();
      const me = await admin.get<User>('/auth/me');
      const fields = aUser({ role: 'admin' });
      const other = await admin.post<User>('/users', fields, 201);
      const rival = await rollcall.signedIn(fields);
      const demoted = await Promise.all([
        admin.answer('PATCH', `/users/${other.id}`, '{"role":"hr"}', { 'Content-Type': 'application/json' }),
        rival.answer('PATCH', `/users/${me.id}`, '{"role":"hr"}', { 'Content-Type': 'application/json' }),
      ]);
      const [{ left }] = (await rollcall.sql<{ left: number }>(
        `SELECT count(*)::int AS left FROM users WHERE role = 'admin'`,
      )) as [{ left: number }];
      expect(left).toBe(1);
      expect(demoted.map(({ status }) => status)).toContain(200);
      await rollcall.sql(`UPDATE users SET role = 'admin' WHERE id = $1`, [me.id]);
    });
  });
});
