import type { AuditEntry, LoginResponse, Page, User } from '@rollcall/contracts';
import { FirstAdmin } from '../src/auth/first-admin.js';
import { Client } from './support/client.js';
import { ADMIN, Rollcall } from './support/rollcall.js';

const DAY = 86_400;
const cookieOf = (headers: Headers) => headers.getSetCookie()[0] ?? '';
const asJson = { 'Content-Type': 'application/json' };

describe('signing in', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  const aUser = async (password = 'a password of my own') => {
    const email = `someone${Math.random().toString(36).slice(2)}@example.org`;
    await (await rollcall.admin()).post('/users', { email, name: 'Some One', role: 'hr', password }, 201);
    return { email, password };
  };
  const logIn = (body: object) =>
    rollcall.anyone().answer('POST', '/auth/login', JSON.stringify(body), asJson);
  const withCookie = (setCookie: string, headers: Record<string, string> = {}) =>
    new Client(rollcall.url, { Cookie: setCookie.split(';')[0]!, ...headers });

  it('takes the administrator from the settings, and makes up none', async () => {
    const { token, user } = await rollcall.anyone().post<LoginResponse>('/auth/login', ADMIN, 200);
    expect(user).toMatchObject({ email: ADMIN.email, role: 'admin' });
    expect(token).toMatch(/^rcs_/);
    expect(user.lastLoginAt).toBe(rollcall.clock.now().toISOString());
    expect(rollcall.app.get(FirstAdmin).generated).toBeNull();
  });

  it('answers a token and an httpOnly, same-site cookie; either opens the API', async () => {
    const who = await aUser();
    const { status, headers, text } = await logIn(who);
    expect(status).toBe(200);
    const cookie = cookieOf(headers);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).toMatch(/Path=\//);
    const { token, user } = JSON.parse(text) as LoginResponse;
    expect(await withCookie(cookie).get<User>('/auth/me')).toEqual(user);
    expect(await new Client(rollcall.url, { Authorization: `Bearer ${token}` }).get('/auth/me')).toEqual(
      user,
    );
  });

  it('does not mind capitals and blanks around the address', async () => {
    const { email, password } = await aUser();
    const { status } = await logIn({ email: `  ${email.toUpperCase()} `, password });
    expect(status).toBe(200);
  });

  it('never shows a password hash', async () => {
    const { text } = await logIn(await aUser());
    expect(text).not.toMatch(/argon2|hash/i);
  });

  it('refuses a wrong password and an unknown address in the same words', async () => {
    const { email } = await aUser();
    const wrong = await logIn({ email, password: 'not the password' });
    const unknown = await logIn({ email: 'nobody@example.org', password: 'not the password' });
    expect(wrong.status).toBe(401);
    expect(JSON.parse(wrong.text)).toMatchObject({ code: 'WRONG_CREDENTIALS', status: 401 });
    expect(unknown.text).toBe(wrong.text);
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('refuses what is no credentials at all', async () => {
    const anyone = rollcall.anyone();
    for (const body of [{}, { email: 'x', password: 'y' }, { email: 'a@example.org' }, []]) {
      await anyone.refused(anyone.post('/auth/login', body, 400), 'VALIDATION_FAILED');
    }
  });

  it('refuses a token that was made up, cut short or sent in another scheme', async () => {
    for (const authorization of [
      'Bearer rcs_nonsense',
      'Bearer rct_nonsense',
      'Basic YTpi',
      'Bearer',
      'rcs_x',
    ]) {
      const client = new Client(rollcall.url, { Authorization: authorization });
      await client.refused(client.get('/auth/me', 401), 'UNAUTHENTICATED');
    }
  });

  it('says how to authenticate with a 401', async () => {
    const { headers } = await rollcall.anyone().answer('GET', '/auth/me');
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });

  it('takes a change by cookie from its own pages only', async () => {
    const cookie = cookieOf((await logIn(await aUser())).headers);
    const elsewhere = withCookie(cookie, { Origin: 'https://evil.example' });
    expect((await elsewhere.answer('GET', '/auth/me')).status).toBe(200);
    await elsewhere.refused(elsewhere.post('/auth/logout', {}, 401), 'UNAUTHENTICATED');
    const opaque = withCookie(cookie, { Origin: 'null' });
    await opaque.refused(opaque.post('/auth/logout', {}, 401), 'UNAUTHENTICATED');
    await withCookie(cookie, { Origin: rollcall.url }).post('/auth/logout', {}, 204);
  });

  it('ends with signing out, and clears the cookie', async () => {
    const cookie = cookieOf((await logIn(await aUser())).headers);
    const { status, headers } = await withCookie(cookie).answer('POST', '/auth/logout');
    expect(status).toBe(204);
    expect(cookieOf(headers)).toMatch(/^rollcall_session=;.*Expires=Thu, 01 Jan 1970/);
    await withCookie(cookie).refused(withCookie(cookie).get('/auth/me', 401), 'UNAUTHENTICATED');
  });

  it('lasts seven days', async () => {
    const client = await rollcall.signedIn(await aUser());
    const now = rollcall.clock.now().toISOString();
    rollcall.clock.advance(7 * DAY - 1);
    await client.get('/auth/me');
    rollcall.clock.advance(2);
    await client.refused(client.get('/auth/me', 401), 'UNAUTHENTICATED');
    rollcall.clock.set(now);
  });

  it('with another password signs every other session out and this one not', async () => {
    const who = await aUser();
    const here = await rollcall.signedIn(who);
    const there = await rollcall.signedIn(who);
    await here.refused(
      here.post('/auth/password', { current: 'wrong one', next: 'the next password' }, 422),
      'WRONG_PASSWORD',
    );
    await here.refused(
      here.post('/auth/password', { current: who.password, next: 'short' }, 400),
      'VALIDATION_FAILED',
    );
    await there.get('/auth/me');
    await here.post('/auth/password', { current: who.password, next: 'the next password' }, 204);
    await here.get('/auth/me');
    await there.refused(there.get('/auth/me', 401), 'UNAUTHENTICATED');
    expect((await logIn(who)).status).toBe(401);
    expect((await logIn({ ...who, password: 'the next password' })).status).toBe(200);
  });

  it('is noted in the audit log, as is a new password', async () => {
    const who = await aUser();
    const client = await rollcall.signedIn(who);
    const { id } = await client.get<User>('/auth/me');
    await client.post('/auth/password', { current: who.password, next: 'the next password' }, 204);
    const admin = await rollcall.admin();
    const { items } = await admin.get<Page<AuditEntry>>(`/audit?actor=user:${id}`);
    expect(items.map(({ action }) => action)).toEqual(['auth.password', 'auth.login']);
  });

  it('keeps neither token nor password as they are', async () => {
    const password = 'words that must not rest anywhere';
    const { token } = await rollcall.anyone().post<LoginResponse>('/auth/login', await aUser(password), 200);
    const rows = [
      ...(await rollcall.sql('SELECT * FROM sessions')),
      ...(await rollcall.sql('SELECT * FROM users')),
      ...(await rollcall.sql('SELECT * FROM audit_entries')),
    ];
    const kept = JSON.stringify(rows);
    expect(kept).toContain('$argon2id$v=19$m=19456,t=2,p=1$');
    expect(kept).not.toContain(password);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(token.slice(4));
  });

  it('does not count signing in, however often a script does', async () => {
    const script = await aUser();
    for (let i = 0; i < 12; i++) expect((await logIn(script)).status).toBe(200);
  });

  it('stops guessing after ten wrong passwords a minute at one account, and leaves the others alone', async () => {
    const target = await aUser();
    const other = await aUser();
    for (let i = 0; i < 10; i++)
      expect((await logIn({ ...target, password: `guess ${i}` })).status).toBe(401);
    const refused = await logIn(target);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'TOO_MANY_REQUESTS' });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await logIn(other)).status).toBe(200);
  });

  it('an API token is nobody whose password could be changed', async () => {
    const script = await rollcall.script('hr');
    await script.refused(script.get('/auth/me', 403), 'NOT_A_USER');
    await script.refused(
      script.post('/auth/password', { current: 'whatever it is', next: 'another password' }, 403),
      'NOT_A_USER',
    );
  });
});

describe('a first start without an administrator in the settings', () => {
  let rollcall: Rollcall;
  beforeAll(
    async () => (rollcall = await Rollcall.start({ ROLLCALL_ADMIN_EMAIL: '', ROLLCALL_ADMIN_PASSWORD: '' })),
  );
  afterAll(() => rollcall.stop());

  it('makes one up, who can sign in', async () => {
    const { generated } = rollcall.app.get(FirstAdmin);
    expect(generated).toMatchObject({ email: 'admin@rollcall.local' });
    const admin = await rollcall.signedIn(generated!);
    expect(await admin.get<User>('/auth/me')).toMatchObject({ role: 'admin' });
    expect(generated!.password.replaceAll('-', '')).toMatch(/^[0-9a-f]{32}$/);
  });

  it('does so once: where there are users, nobody is added', async () => {
    const again = rollcall.app.get(FirstAdmin);
    again.generated = null;
    await again.onApplicationBootstrap();
    expect(again.generated).toBeNull();
    expect(await rollcall.sql('SELECT id FROM users')).toHaveLength(1);
  });
});
