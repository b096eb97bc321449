import { request } from 'node:http';
import { problem } from '@rollcall/contracts';
import { aConsentingPerson, aDevice, aPerson, unique } from './support/builders.js';
import type { Body, Client } from './support/client.js';
import { LONG, ODD_ADDRESSES, ODD_BODIES, ODD_MULTIPART } from './support/odd-input.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const JSON_TYPE = { 'Content-Type': 'application/json' };
const NUL = '\0';
describe('bad input', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let kiosk: Client;
  let targets: Record<string, string>;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    const device = await aDevice(admin);
    kiosk = rollcall.kiosk(device.deviceKey);
    const person = await aConsentingPerson(admin);
    const [site] = await rollcall.sql<{ id: string }>('SELECT id FROM sites');
    const { id: department } = await admin.post<{ id: string }>('/departments', { name: 'Department' }, 201);
    const user = { email: 'one@example.org', name: 'One', role: 'hr' };
    const { id: userId } = await admin.post<{ id: string }>('/users', user, 201);
    targets = { person: person.id, site: site!.id, department, device: device.id, user: userId };
  });
  afterAll(() => rollcall.stop());

  const TABLES =
    'users, api_tokens, sites, departments, people, faces, face_templates, devices, check_ins, punches, blobs';
  const stored = async () => {
    const all = TABLES.split(', ').map(async (table) => {
      const rows = await rollcall.sql<Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY 1`);
      // A kiosk that is refused was seen all the same.
      return rows.map(({ last_seen_at: _, last_login_at: __, ...row }) => row);
    });
    return JSON.stringify([...(await Promise.all(all)), rollcall.sealedFiles().length]);
  };
  let before: string;
  beforeEach(async () => (before = await stored()));
  afterEach(async () => expect(await stored()).toBe(before));

  const refused = (answer: { status: number; headers: Headers; text: string }, what: string) => {
    const told = `${what} -> ${answer.status} ${answer.text.slice(0, 200)}`;
    expect([told, answer.status >= 400 && answer.status < 500]).toEqual([told, true]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    const { status, code } = problem.parse(JSON.parse(answer.text));
    expect(status).toBe(answer.status);
    expect(code).not.toBe('REQUEST_REFUSED');
    return { status, code };
  };
  const send = async (method: string, path: string, body?: Body, headers = {}, client = admin) =>
    refused(await client.answer(method, path, body, headers), `${method} ${path}`);

  describe('as JSON', () => {
    it.each(ODD_BODIES)('%s makes nothing', async (_, body) => {
      for (const path of [
        '/users',
        '/api-tokens',
        '/sites',
        '/departments',
        '/people',
        '/devices',
        '/auth/login',
      ]) {
        await send('POST', path, body, JSON_TYPE);
      }
      await send('POST', '/auth/password', body, JSON_TYPE);
      await send('PUT', `/people/${targets['person']}/consent`, body, JSON_TYPE);
    });

    it.each(ODD_BODIES.filter(([name]) => !['another prototype', 'nothing'].includes(name)))(
      '%s changes nothing',
      async (name, body) => {
        for (const path of ['site', 'department', 'user', 'device', 'person'].map(pathOf)) {
          await send('PATCH', path, body, JSON_TYPE);
        }
        await send(
          'PUT',
          '/recognition/settings',
          name === 'a megabyte' ? body : body.replace('name', 'threshold'),
          JSON_TYPE,
        );
      },
    );
    const pathOf = (noun: string) => `/${noun === 'person' ? 'people' : `${noun}s`}/${targets[noun]}`;

    it.each([
      ['of another type', 12],
      ['of nothing', null],
      ['of a list', ['x']],
      ['of an object', { x: 1 }],
      ['of a truth', true],
      ['of NUL', `a${NUL}b`],
      ['of ten thousand letters', LONG],
    ])('a field %s makes nothing', async (_, value) => {
      const name = unique();
      const bodies: [string, Record<string, unknown>, string[]][] = [
        ['/people', aPerson(), ['employeeNo', 'name', 'email', 'departmentId', 'siteId']],
        ['/sites', { name, timeZone: 'UTC' }, ['name', 'timeZone']],
        ['/departments', { name }, ['name']],
        ['/devices', { name }, ['name', 'siteId', 'direction', 'showScores']],
        ['/users', { email: `${name}@example.org`, name, role: 'hr' }, ['email', 'name', 'role']],
        ['/api-tokens', { name, role: 'hr' }, ['name', 'role', 'expiresAt']],
      ];
      for (const [path, body, fields] of bodies) {
        for (const field of fields) {
          if (value === null && ['email', 'departmentId', 'siteId'].includes(field) && path === '/people')
            continue;
          if (value === true && field === 'showScores') continue;
          const { code } = await send('POST', path, JSON.stringify({ ...body, [field]: value }), JSON_TYPE);
          expect(code).toBe('VALIDATION_FAILED');
        }
      }
      const consent = { documentVersion: '1', givenAt: '2026-01-01T00:00:00Z' };
      for (const field of ['documentVersion', 'givenAt']) {
        const body = JSON.stringify({ ...consent, [field]: value });
        await send('PUT', `/people/${targets['person']}/consent`, body, JSON_TYPE);
      }
    });

    it('in another coding or of another type makes nothing', async () => {
      const body = JSON.stringify({ name: 'Department of oddities' });
      await send('POST', '/departments', body, { 'Content-Type': 'application/json; charset=iso-8859-1' });
      await send('POST', '/departments', body, { ...JSON_TYPE, 'Content-Encoding': 'gzip' });
      await send('POST', '/departments', body, { ...JSON_TYPE, 'Content-Encoding': 'imaginary' });
      await send('POST', '/departments', body, { 'Content-Type': 'text/plain' });
      await send('POST', '/departments', body, { 'Content-Type': 'nonsense' });
      await send('POST', '/departments', new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]), JSON_TYPE);
    });
  });

  it('letters that are no UTF-8 are no error of ours', async () => {
    const body = Buffer.concat([
      Buffer.from('{"name":"'),
      Buffer.from([0xc3, 0x28, 0xff]),
      Buffer.from('","timeZone":"x"}'),
    ]);
    await send('POST', '/sites', new Uint8Array(body), JSON_TYPE);
  });

  describe('in a query', () => {
    it.each(ODD_ADDRESSES)('%s', async (path) => void (await send('GET', path)));

    it.each(['0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
      'the far date %s is no error',
      async (at) => {
        for (const path of ['/check-ins', '/audit']) {
          expect((await admin.answer('GET', `${path}?from=${at}`)).status).toBe(200);
          expect((await admin.answer('GET', `${path}?to=${at}`)).status).toBe(200);
        }
      },
    );
  });

  describe('as multipart', () => {
    it.each(ODD_MULTIPART)('%s', async (_, body, headers) => {
      for (const path of [
        `/people/${targets['person']}/faces`,
        '/vision/analyze',
        '/vision/compare',
        '/vision/search',
      ]) {
        await send('POST', path, body, headers);
      }
      await send('POST', '/check-ins', body, headers, kiosk);
    });
  });

  describe('as a picture', () => {
    it('of random bytes', async () => {
      for (const bytes of [
        Buffer.from([0xff, 0xd8]),
        Buffer.alloc(5_000, 0xff),
        Buffer.from('GIF89a'),
        Buffer.from('%PDF-1.7'),
      ]) {
        await send('POST', '/check-ins', new Uint8Array(bytes), { 'Content-Type': 'image/jpeg' }, kiosk);
        const form = new FormData();
        form.append('photo', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
        await send('POST', `/people/${targets['person']}/faces`, form);
      }
    });

    it('at a time that nobody lived in', async () => {
      for (const at of [
        '+012026-01-01T00:00:00Z',
        '-000001-01-01T00:00:00Z',
        'Infinity',
        '{}',
        '1'.repeat(5_000),
      ]) {
        const headers = { 'Content-Type': 'image/jpeg', 'captured-at': at };
        await send('POST', '/check-ins', new Uint8Array(aPhoto()), headers, kiosk);
      }
    });
  });

  describe('at the wrong address', () => {
    it.each([
      ['GET', '/'],
      ['GET', '/nothing/here'],
      ['POST', '/people/import-them-all/now'],
      ['PUT', '/people'],
      ['DELETE', '/people'],
      ['POST', '/health/live'],
      ['PATCH', '/check-ins'],
      ['DELETE', '/audit'],
      ['GET', '/auth/login'],
      ['PROPFIND', '/people'],
    ])('%s %s', async (method, path) => {
      for (const client of [admin, rollcall.anyone()]) {
        const { status } = await send(method, path, undefined, {}, client);
        expect([400, 401, 404, 405]).toContain(status);
      }
    });
  });

  it('an upload that breaks off leaves nothing and the server goes on', async () => {
    const { port } = new URL(rollcall.url);
    await new Promise<void>((resolve) => {
      const broken = request({
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: '/api/v1/check-ins',
        headers: {
          'X-Device-Key': kiosk.headers['X-Device-Key'],
          'Content-Type': 'image/jpeg',
          'Content-Length': 5_000_000,
        },
      });
      broken.on('error', () => resolve());
      broken.write(Buffer.alloc(100_000), () => broken.destroy(new Error('the cable')));
    });
    await admin.get('/health/ready');
  });
});
