import { aDay, anAccount, aShift } from './attendance-samples.js';
import { aStyle, aTemplate } from './badge-samples.js';
import { aCalibration } from './oversight-samples.js';
import {
  aDepartment,
  aDevice,
  aFace,
  aPack,
  aPerson,
  aProblem,
  aRecord,
  aSite,
  aSummary,
  aUser,
  idOf,
  someSettings,
} from './samples.js';

export interface FakeCall {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: unknown;
}
export interface FakeReply {
  status?: number;
  json?: unknown;
}
type Reply = (call: FakeCall) => FakeReply | Promise<FakeReply>;
interface Route {
  method: string;
  path: RegExp;
  reply: Reply;
}

export const page = (items: unknown[], nextCursor: string | null = null): FakeReply => ({
  json: { items, nextCursor },
});
export const refused = (code: string, status = 422, change = {}): FakeReply => ({
  status,
  json: aProblem(code, status, change),
});

/** The server as the contract describes it, in memory; `on` replaces an answer, the latest one counts. */
export class FakeApi {
  readonly calls: FakeCall[] = [];
  offline = false;
  private routes: Route[] = [];

  constructor() {
    this.on('GET', '/auth/me', () => ({ json: aUser() }))
      .on('GET', '/vision/pack', () => ({ json: aPack() }))
      .on('GET', '/recognition/settings', () => ({ json: someSettings() }))
      .on('GET', '/sites', () => page([aSite()]))
      .on('GET', '/departments', () => page([aDepartment()]))
      .on('GET', '/people', () => page([aPerson()]))
      .on('GET', '/people/:id', () => ({ json: aPerson() }))
      .on('GET', '/people/:id/faces', () => page([aFace()]))
      .on('GET', '/devices', () => page([aDevice()]))
      .on('GET', '/recognition/calibration', () => ({ json: aCalibration() }))
      .on('GET', '/jobs', () => page([]))
      .on('GET', '/reviews', () => page([]))
      .on('GET', '/check-ins', () => page([aRecord()]))
      .on('GET', '/check-ins/summary', () => ({ json: aSummary() }))
      .on('GET', '/shifts', () => page([aShift()]))
      .on('GET', '/attendance/days', () => page([aDay()]))
      .on('GET', '/attendance/days/:id/:date', () => ({ json: anAccount() }))
      .on('GET', '/corrections', () => page([]))
      .on('GET', '/leaves', () => page([]))
      .on('GET', '/holidays', () => page([]))
      .on('GET', '/shift-assignments', () => page([]))
      .on('GET', '/people/:id/shift-feed', () => ({ json: { personId: idOf(100), createdAt: null } }))
      .on('GET', '/badges', () => page([]))
      .on('GET', '/badges/cards', () => ({ json: { items: [] } }))
      .on('GET', '/badges/template', () => ({ json: aTemplate() }))
      .on('GET', '/styles', () => page([aStyle()]))
      .on('GET', '/users', () => page([aUser()]))
      .on('GET', '/users/names', () => ({ json: { items: [{ id: aUser().id, name: aUser().name }] } }))
      .on('GET', '/api-tokens', () => page([]));
  }

  on(method: string, path: string, reply: Reply): this {
    const pattern = new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`);
    this.routes.unshift({ method, path: pattern, reply });
    return this;
  }

  to(method: string, path: string): FakeCall[] {
    return this.calls.filter((call) => call.method === method && call.path === path);
  }

  async answer(call: FakeCall): Promise<FakeReply> {
    this.calls.push(call);
    const route = this.routes.find(({ method, path }) => method === call.method && path.test(call.path));
    return route ? route.reply(call) : refused('NOT_FOUND', 404);
  }

  /** Stands in for `fetch`. */
  readonly fetch = async (input: string, init: RequestInit = {}): Promise<Response> => {
    if (this.offline) throw new TypeError('Failed to fetch');
    const url = new URL(input, 'http://localhost');
    const { body } = init;
    const { status = 200, json } = await this.answer({
      method: init.method ?? 'GET',
      path: url.pathname.replace('/api/v1', ''),
      query: url.searchParams,
      headers: { ...(init.headers as Record<string, string>) },
      body: typeof body === 'string' ? JSON.parse(body) : body,
    });
    const text = json === undefined ? '' : JSON.stringify(json);
    return { ok: status < 400, status, text: () => Promise.resolve(text) } as Response;
  };
}
