import type { CheckInRecord, Page } from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

let nextFace = 0;

describe('an idempotency key', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  const aDay = async () => {
    const who = nextFace++;
    const admin = await rollcall.admin();
    const person = await anEnrolledPerson(admin, who);
    const { kiosk } = await aKiosk(rollcall);
    const log = async () => (await admin.get<Page<CheckInRecord>>(`/check-ins?personId=${person.id}`)).items;
    return { who, kiosk, log };
  };
  const send = (kiosk: Client, who: number, key: string, headers: Record<string, string> = {}) =>
    kiosk.raw('POST', '/check-ins', new Uint8Array(aPhoto({ who })), {
      'Content-Type': 'image/jpeg',
      'Idempotency-Key': key,
      ...headers,
    });

  it('answers the same body with 200 and records nothing twice', async () => {
    const { who, kiosk, log } = await aDay();
    const first = await send(kiosk, who, 'once');
    const body = await first.text();
    expect(first.status).toBe(201);
    rollcall.clock.advance(4_000);
    const again = await send(kiosk, who, 'once');
    expect(again.status).toBe(200);
    expect(JSON.parse(await again.text())).toEqual(JSON.parse(body));
    expect(await log()).toHaveLength(1);
    expect((await send(kiosk, who, 'another')).status).toBe(201);
    expect(await log()).toHaveLength(2);
  });

  it('belongs to its kiosk', async () => {
    const { who, kiosk, log } = await aDay();
    const other = await aKiosk(rollcall);
    const headers = { 'captured-at': '2026-02-02T08:00:00Z' };
    expect((await send(kiosk, who, 'shared', { 'captured-at': '2026-02-01T08:00:00Z' })).status).toBe(201);
    expect((await send(other.kiosk, who, 'shared', headers)).status).toBe(201);
    expect(await log()).toHaveLength(2);
  });

  it('sent many times at one moment records once and answers all the same', async () => {
    const { who, kiosk, log } = await aDay();
    const before = rollcall.sealedFiles().length;
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(kiosk, who, 'at once')));
    const bodies = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201]);
    expect(new Set(bodies.map((body) => JSON.stringify(sorted(JSON.parse(body))))).size).toBe(1);
    expect(await log()).toHaveLength(1);
    expect(rollcall.sealedFiles()).toHaveLength(before + 1);
  });

  it('of a refused frame may be used again', async () => {
    const { who, kiosk } = await aDay();
    expect((await send(kiosk, who, 'retry', { 'captured-at': 'garbage' })).status).toBe(400);
    expect((await send(kiosk, who, 'retry')).status).toBe(201);
  });
});

const sorted = (value: object) =>
  Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
