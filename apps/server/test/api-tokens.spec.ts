import type { ApiToken, ApiTokenCreated, AuditEntry, Page } from '@rollcall/contracts';
import { NOBODY } from './support/builders.js';
import { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('API tokens', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  const create = async (fields: object = {}) =>
    (await rollcall.admin()).post<ApiTokenCreated>(
      '/api-tokens',
      { name: 'Payroll', role: 'hr', ...fields },
      201,
    );
  const holding = ({ token }: ApiTokenCreated) =>
    new Client(rollcall.url, { Authorization: `Bearer ${token}` });

  it('are shown once and open what their role may', async () => {
    const made = await create();
    expect(made).toMatchObject({ name: 'Payroll', role: 'hr', expiresAt: null, lastUsedAt: null });
    expect(made.token).toMatch(/^rct_[\w-]{43}$/);
    await holding(made).get('/people');
    await holding(made).refused(holding(made).get('/users', 403), 'FORBIDDEN');
    const { text } = await (await rollcall.admin()).answer('GET', '/api-tokens');
    expect(text).not.toContain(made.token);
    expect(JSON.stringify(await rollcall.sql('SELECT * FROM api_tokens'))).not.toContain(made.token.slice(4));
  });

  it('say when they were last used', async () => {
    const made = await create();
    rollcall.clock.advance(3_600);
    await holding(made).get('/people');
    const { items } = await (await rollcall.admin()).get<Page<ApiToken>>('/api-tokens');
    expect(items.find(({ id }) => id === made.id)?.lastUsedAt).toBe(rollcall.clock.now().toISOString());
  });

  it('stop at the moment that they expire', async () => {
    const expiresAt = new Date(rollcall.clock.now().getTime() + 60_000).toISOString();
    const made = await create({ expiresAt });
    expect(made.expiresAt).toBe(expiresAt);
    rollcall.clock.advance(59);
    await holding(made).get('/people');
    rollcall.clock.advance(1);
    await holding(made).refused(holding(made).get('/people', 401), 'UNAUTHENTICATED');
  });

  it('stop at once when they are removed', async () => {
    const admin = await rollcall.admin();
    const made = await create();
    await admin.delete(`/api-tokens/${made.id}`, 204);
    await holding(made).refused(holding(made).get('/people', 401), 'UNAUTHENTICATED');
    await admin.refused(admin.delete(`/api-tokens/${made.id}`, 404), 'API_TOKEN_NOT_FOUND');
    await admin.refused(admin.delete(`/api-tokens/${NOBODY}`, 404), 'API_TOKEN_NOT_FOUND');
  });

  it('are named by what they did in the audit log', async () => {
    const made = await create({ role: 'admin' });
    await holding(made).post('/departments', { name: `By script ${made.id}` }, 201);
    const admin = await rollcall.admin();
    const { items } = await admin.get<Page<AuditEntry>>(`/audit?actor=token:${made.id}`);
    expect(items.map(({ action }) => action)).toEqual(['department.create']);
  });

  it('are refused where they would never open anything', async () => {
    const admin = await rollcall.admin();
    for (const expiresAt of ['2020-01-01T00:00:00Z', rollcall.clock.now().toISOString()]) {
      const body = { name: 'Payroll', role: 'hr', expiresAt };
      await admin.refused(admin.post('/api-tokens', body, 422), 'EXPIRES_IN_PAST');
    }
  });

  it('are refused where a field does not fit', async () => {
    const admin = await rollcall.admin();
    for (const fields of [{ name: '' }, { role: 'kiosk' }, { expiresAt: 'tomorrow' }, { expiresAt: 12 }]) {
      const body = { name: 'Payroll', role: 'hr', ...fields };
      const refusal = await admin.refused(admin.post('/api-tokens', body, 400), 'VALIDATION_FAILED');
      expect(refusal.errors?.map(({ path }) => path)).toEqual(Object.keys(fields));
    }
  });
});
