import type { AuditEntry, AuditVerification, Page } from '@rollcall/contracts';
import { AuditService } from '../src/audit/audit.service.js';
import { aPerson, unique } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

describe('the audit log', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    for (let i = 0; i < 4; i++) await admin.post('/people', aPerson(), 201);
  });
  afterAll(() => rollcall.stop());

  const verify = () => admin.get<AuditVerification>('/audit/verify');
  const note = (action: string, details = {}) =>
    rollcall.app.get(AuditService).record({ actor: 'system', action, details });
  /** As somebody would who holds the database itself, past the trigger. */
  const tamper = async (statement: string, parameters: unknown[] = []) => {
    await rollcall.sql('ALTER TABLE audit_entries DISABLE TRIGGER audit_entries_append_only');
    await rollcall.sql(statement, parameters);
    await rollcall.sql('ALTER TABLE audit_entries ENABLE TRIGGER audit_entries_append_only');
  };

  it('is intact, and counts its entries', async () => {
    const verified = await verify();
    const [row] = await rollcall.sql<{ count: number }>('SELECT count(*)::int AS count FROM audit_entries');
    expect(verified).toEqual({ intact: true, entries: row!.count });
    expect(row!.count).toBeGreaterThan(4);
  });

  it('is numbered without gaps, newest first, each entry with its hash', async () => {
    const { items } = await admin.get<Page<AuditEntry>>('/audit?limit=500');
    expect(items.map(({ id }) => id)).toEqual(items.map((_, i) => items.length - i));
    expect(new Set(items.map(({ hash }) => hash)).size).toBe(items.length);
    for (const { hash } of items) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is read page by page', async () => {
    const all = (await admin.get<Page<AuditEntry>>('/audit?limit=500')).items.map(({ id }) => id);
    const first = await admin.get<Page<AuditEntry>>('/audit?limit=3');
    const rest = await admin.get<Page<AuditEntry>>(`/audit?limit=500&cursor=${first.nextCursor}`);
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(all);
    expect(rest.nextCursor).toBeNull();
  });

  it.each(['x', '-1', '1.5', '0x10', '99999999999999999999', '2147483648', ''])(
    'refuses the cursor %p, which it never answered',
    async (cursor) =>
      void (await admin.refused(
        admin.get(`/audit?cursor=${encodeURIComponent(cursor)}`, 400),
        'VALIDATION_FAILED',
      )),
  );

  it('can be narrowed to who, what and when', async () => {
    const action = `test.${unique()}`;
    rollcall.clock.set('2026-03-02T08:00:00Z');
    await note(action);
    rollcall.clock.set('2026-03-02T09:00:00Z');
    await note(action);
    const list = async (query: string) => (await admin.get<Page<AuditEntry>>(`/audit?${query}`)).items;
    expect(await list(`action=${action}`)).toHaveLength(2);
    expect(await list(`action=${action}&actor=system`)).toHaveLength(2);
    expect(await list(`action=${action}&actor=user:somebody`)).toEqual([]);
    const [later] = await list(`action=${action}&from=2026-03-02T08:00:01Z`);
    expect(later?.at).toBe('2026-03-02T09:00:00.000Z');
    expect(
      await list(`action=${action}&from=2026-03-02T09:00:00%2B01:00&to=2026-03-02T09:00:00Z`),
    ).toHaveLength(1);
    await admin.refused(admin.get('/audit?from=monday', 400), 'VALIDATION_FAILED');
  });

  it('takes entries that are written at one moment one after another', async () => {
    const action = `test.${unique()}`;
    await Promise.all(Array.from({ length: 12 }, (_, i) => note(action, { i })));
    expect((await admin.get<Page<AuditEntry>>(`/audit?action=${action}`)).items).toHaveLength(12);
    expect(await verify()).toMatchObject({ intact: true });
  });

  it('vouches for details however deep, in whatever order the database keeps them', async () => {
    await note('test.details', {
      z: 1,
      a: { c: [3, { y: null, b: true }], b: 'ü' },
      aa: 0.1,
      none: undefined,
    });
    expect(await verify()).toMatchObject({ intact: true });
  });

  it('takes no change, no removal and no emptying', async () => {
    for (const statement of [
      `UPDATE audit_entries SET actor = 'nobody' WHERE id = 1`,
      'DELETE FROM audit_entries WHERE id = 1',
      'TRUNCATE audit_entries',
    ]) {
      await expect(rollcall.sql(statement)).rejects.toThrow('audit_entries is append-only');
    }
    expect(await verify()).toMatchObject({ intact: true });
  });

  it.each([
    ['actor', `'user:somebody-else'`],
    ['action', `'person.update'`],
    ['subject', `'person:another'`],
    ['at', `at + interval '1 second'`],
    ['details', `'{"fields":["name"]}'::jsonb`],
    ['hash', `repeat('0', 64)`],
  ])('shows where it was broken when somebody changes the %s of an entry', async (column, value) => {
    const [before] = await rollcall.sql<Record<string, unknown>>('SELECT * FROM audit_entries WHERE id = 3');
    await tamper(`UPDATE audit_entries SET ${column} = ${value} WHERE id = 3`);
    expect(await verify()).toMatchObject({ intact: false, brokenAt: 3 });
    await tamper(`UPDATE audit_entries SET ${column} = $1 WHERE id = 3`, [before![column]]);
    expect(await verify()).toMatchObject({ intact: true });
  });

  it('shows where an entry was taken out of the middle', async () => {
    const [row] = await rollcall.sql<Record<string, unknown>>('SELECT * FROM audit_entries WHERE id = 4');
    await tamper('DELETE FROM audit_entries WHERE id = 4');
    expect(await verify()).toMatchObject({ intact: false, brokenAt: 4 });
    await rollcall.sql(
      'INSERT INTO audit_entries SELECT * FROM jsonb_populate_record(NULL::audit_entries, $1)',
      [JSON.stringify(row)],
    );
    expect(await verify()).toMatchObject({ intact: true });
  });
});
