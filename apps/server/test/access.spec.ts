import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import type { Role } from '@rollcall/contracts';
import { ACCESS, type Access } from '../src/platform/http/access.js';
import { aKiosk, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

const ROLES: Role[] = ['admin', 'enroller', 'hr', 'auditor'];
const A: Role[] = ['admin'];
const AE: Role[] = ['admin', 'enroller'];
const AH: Role[] = ['admin', 'hr'];
const AHO: Role[] = ['admin', 'hr', 'auditor'];
const ALL = ROLES;

/** Who may use what, as the contract says. Every route of the app must stand here. */
const ALLOWED: Record<string, Role[] | 'anyone' | 'devices'> = {
  'GET /health/live': 'anyone',
  'GET /health/ready': 'anyone',
  'GET /metrics': 'anyone',
  'POST /auth/login': 'anyone',
  'POST /auth/logout': ALL,
  'GET /auth/me': ALL,
  'POST /auth/password': ALL,
  'POST /users': A,
  'GET /users': ['admin', 'auditor'],
  'GET /users/names': ['admin', 'hr', 'auditor'],
  'PATCH /users/:id': A,
  'DELETE /users/:id': A,
  'POST /api-tokens': A,
  'GET /api-tokens': ['admin', 'auditor'],
  'DELETE /api-tokens/:id': A,
  'POST /sites': A,
  'GET /sites': ALL,
  'PATCH /sites/:id': A,
  'DELETE /sites/:id': A,
  'POST /shifts': AH,
  'POST /shifts/try': AH,
  'GET /shifts': ALL,
  'GET /shifts/:id': ALL,
  'PATCH /shifts/:id': AH,
  'DELETE /shifts/:id': AH,
  'POST /shift-assignments': AH,
  'GET /shift-assignments': AHO,
  'PATCH /shift-assignments/:id': AH,
  'DELETE /shift-assignments/:id': AH,
  'POST /holidays': AH,
  'GET /holidays': AHO,
  'DELETE /holidays/:id': AH,
  'POST /leaves': AH,
  'GET /leaves': AHO,
  'PATCH /leaves/:id': AH,
  'POST /corrections': AH,
  'GET /corrections': AHO,
  'PATCH /corrections/:id': AH,
  'PUT /attendance/overtime': AH,
  'GET /attendance/days': AHO,
  'GET /attendance/days/:personId/:date': AHO,
  'GET /attendance/roster': AHO,
  'GET /attendance/periods': AHO,
  'POST /attendance/periods/:month/lock': AH,
  'POST /attendance/periods/:month/unlock': A,
  'GET /reports/:kind.:format': AHO,
  'GET /reports/preview/:kind': AHO,
  'GET /reports/charts': AHO,
  'POST /reports': AH,
  'GET /reports/files/:id': AHO,
  'POST /people/:id/shift-feed': AH,
  'GET /people/:id/shift-feed': AHO,
  'DELETE /people/:id/shift-feed': AH,
  'GET /feeds/shifts/:token.ics': 'anyone',
  'GET /feeds/payroll.json': AH,
  'POST /report-schedules': AH,
  'GET /report-schedules': AHO,
  'DELETE /report-schedules/:id': AH,
  'POST /departments': A,
  'GET /departments': ALL,
  'PATCH /departments/:id': A,
  'DELETE /departments/:id': A,
  'POST /people': AE,
  'GET /people': ALL,
  'GET /people/:id': ALL,
  'PATCH /people/:id': AE,
  'DELETE /people/:id': AE,
  'PUT /people/:id/consent': AE,
  'DELETE /people/:id/consent': AE,
  'PUT /people/:id/pin': AE,
  'DELETE /people/:id/pin': AE,
  'POST /people/import': AE,
  'GET /people/import/:jobId/rows': AE,
  'POST /people/:id/faces': AE,
  'GET /people/:id/faces': ['admin', 'enroller', 'auditor'],
  'GET /people/:id/faces/:faceId/photo': AE,
  'DELETE /people/:id/faces/:faceId': AE,
  'POST /devices': A,
  'GET /devices': ['admin', 'hr', 'auditor'],
  'GET /devices/self': 'devices',
  'PATCH /devices/:id': A,
  'POST /devices/:id/rotate-key': A,
  'DELETE /devices/:id': A,
  'POST /check-ins': 'devices',
  'POST /check-ins/pin': 'devices',
  'GET /check-ins': ['admin', 'hr', 'auditor'],
  'GET /check-ins/summary': ALL,
  'GET /check-ins/stream': ['admin', 'hr', 'auditor'],
  'GET /check-ins/:id/frame': ['admin', 'auditor'],
  'POST /vision/analyze': AE,
  'POST /vision/compare': AE,
  'POST /vision/search': AE,
  'GET /vision/pack': ALL,
  'GET /reviews': ['admin', 'hr', 'auditor'],
  'POST /check-ins/:id/review': ['admin', 'hr'],
  'POST /check-ins/:id/enroll': A,
  'GET /recognition/calibration': ['admin', 'auditor'],
  'GET /gallery': ['admin', 'auditor'],
  'POST /gallery/index': A,
  'POST /gallery/rotate-key': A,
  'GET /models': ['admin', 'auditor'],
  'POST /models/rollback': A,
  'POST /models/:pack/prepare': A,
  'POST /models/:pack/activate': A,
  'GET /recognition/settings': ['admin', 'auditor'],
  'PUT /recognition/settings': A,
  'GET /styles': ['admin', 'enroller', 'auditor'],
  'POST /styles': AE,
  'GET /styles/:id/picture': ['admin', 'enroller', 'auditor'],
  'DELETE /styles/:id': AE,
  'GET /badges/template': ['admin', 'enroller', 'auditor'],
  'PUT /badges/template': A,
  'GET /badges/template/logo': ['admin', 'enroller', 'auditor'],
  'PUT /badges/template/logo': A,
  'DELETE /badges/template/logo': A,
  'GET /badges/sheet.pdf': AE,
  'GET /badges/cards': AE,
  'POST /badges': AE,
  'POST /badges/waiting/cancel': A,
  'GET /badges': ['admin', 'enroller', 'auditor'],
  'GET /badges/:id': ['admin', 'enroller', 'auditor'],
  'DELETE /badges/:id': AE,
  'GET /badges/:id/preview.png': AE,
  'GET /badges/:id/portrait.png': AE,
  'GET /badges/:id/thumbnail.png': AE,
  'GET /badges/:id/card.png': AE,
  'GET /badges/:id/card.pdf': AE,
  'GET /jobs': ALL,
  'GET /jobs/:id': ALL,
  'GET /jobs/:id/stream': ALL,
  'POST /jobs/:id/cancel': ['admin', 'enroller', 'hr'],
  'POST /jobs/:id/retry': A,
  'GET /audit': ['admin', 'auditor'],
  'GET /audit/verify': ['admin', 'auditor'],
};

describe('access', () => {
  let rollcall: Rollcall;
  let kiosk: Client;
  const scripts = new Map<Role, Client>();
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    kiosk = (await aKiosk(rollcall)).kiosk;
    for (const role of ROLES) scripts.set(role, await rollcall.script(role));
  });
  afterAll(() => rollcall.stop());

  it('is declared by every route of the app, and every route stands in the table', () => {
    const routes = routesOf(rollcall);
    expect(routes.filter(({ access }) => access === undefined)).toEqual([]);
    expect(routes.map(({ route }) => route).sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  describe.each(Object.entries(ALLOWED))('%s', (route, allowed) => {
    const [method, path] = route.replaceAll(/:\w+/g, NOBODY).split(' ') as [string, string];
    /** Ids of nobody and empty bodies: whoever may use the route is told so, and nothing changes. */
    const ask = async (client: Client) => {
      const stop = new AbortController();
      const response = await client.raw(method, path, undefined, undefined, stop.signal);
      const text = path.endsWith('/stream') && response.ok ? '' : await response.text();
      stop.abort();
      const code = text.startsWith('{') ? (JSON.parse(text) as { code?: string }).code : undefined;
      return { status: response.status, code };
    };

    if (allowed === 'anyone') {
      it('is open to anyone', async () => {
        for (const client of [rollcall.anyone(), kiosk])
          expect((await ask(client)).code).not.toBe('UNAUTHENTICATED');
      });
      return;
    }

    const closed = { status: 401, code: allowed === 'devices' ? 'DEVICE_KEY_INVALID' : 'UNAUTHENTICATED' };
    it('is closed to anyone', async () => expect(await ask(rollcall.anyone())).toEqual(closed));

    if (allowed === 'devices') {
      it('is for kiosks, not for people', async () => {
        expect([200, 400, 415]).toContain((await ask(kiosk)).status);
        for (const script of scripts.values()) expect(await ask(script)).toEqual(closed);
      });
      return;
    }

    it('is closed to kiosks', async () => expect(await ask(kiosk)).toEqual(closed));

    it.each(ROLES)(`${allowed.join(', ')}: asked by %s`, async (role) => {
      const { status, code } = await ask(scripts.get(role)!);
      if (!allowed.includes(role))
        return expect({ status, code }).toEqual({ status: 403, code: 'FORBIDDEN' });
      expect(code).not.toBe('FORBIDDEN');
      expect(status).toBeLessThan(500);
      expect(status).not.toBe(401);
    });
  });
});

interface Route {
  readonly route: string;
  readonly access: Access | undefined;
}

/** As Nest knows them: every handler of every controller that takes requests. */
function routesOf(rollcall: Rollcall): Route[] {
  const modules = [...rollcall.app.get(ModulesContainer).values()];
  const controllers = modules.flatMap((module) => [...module.controllers.values()]);
  return controllers.flatMap(({ metatype }) => {
    const type = metatype as new () => object;
    const base = pathOf(type);
    const handlers = Object.getOwnPropertyNames(type.prototype).map(
      (name) => (type.prototype as Record<string, object>)[name]!,
    );
    return handlers
      .filter((handler) => Reflect.hasMetadata(METHOD_METADATA, handler))
      .map((handler) => {
        const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number];
        const path = [base, pathOf(handler)].filter(Boolean).join('/');
        const access: unknown = Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type);
        return { route: `${method} /${path}`, access: access as Access | undefined };
      });
  });
}

const pathOf = (target: object) =>
  (Reflect.getMetadata(PATH_METADATA, target) as string).replace(/^\/|\/$/g, '');
