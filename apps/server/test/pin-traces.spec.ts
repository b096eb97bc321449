/** @own-modules The first app that a worker starts decides for all others what is logged. */
import type { AuditEntry, Page } from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

/** Every PIN that is sent here, right, wrong or malformed, holds these digits. */
const DIGITS = '7019335';
const [RIGHT, WRONG, MALFORMED] = [`${DIGITS}8`, `${DIGITS}9`, `${DIGITS}x`];
const JSON_TYPE = { 'Content-Type': 'application/json' };

/** Two people between whom the face alone cannot decide. */
const DOUBLES = [1, 2] as const;
const framesOfBoth = (fields: Record<string, string> = {}) => {
  const form = new FormData();
  const [who, other] = DOUBLES;
  const between = aPhoto({ who, likeness: 0.7, alike: { who: other, likeness: 0.7 } });
  form.append('frame', new Blob([new Uint8Array(between)]), 'frame.jpg');
  for (const [field, value] of Object.entries(fields)) form.append(field, value);
  return form;
};

describe('a PIN leaves no trace', () => {
  const log: string[] = [];
  const answers: string[] = [];
  let rollcall: Rollcall;
  let admin: Client;
  let employeeNo: string;

  const send = async (client: Client, status: number, ...request: Parameters<Client['answer']>) => {
    const answer = await client.answer(...request);
    expect([request[1], answer.status]).toEqual([request[1], status]);
    answers.push(answer.text);
  };
  /** In every way in which a kiosk sends one. */
  const use = async (kiosk: Client, pin: string, typed: number, withFrames: number) => {
    const key = (way: string) => ({ 'Idempotency-Key': `${way} ${typed}` });
    const body = JSON.stringify({ employeeNo, pin });
    await send(kiosk, typed, 'POST', '/check-ins/pin', body, { ...JSON_TYPE, ...key('typed') });
    await send(kiosk, withFrames, 'POST', '/check-ins', framesOfBoth({ pin }), key('field'));
    await send(kiosk, withFrames, 'POST', '/check-ins', framesOfBoth(), { pin, ...key('header') });
  };

  beforeAll(async () => {
    jest.spyOn(process.stdout, 'write').mockImplementation((text) => log.push(String(text)) > 0);
    rollcall = await Rollcall.start({ LOG_LEVEL: 'trace' });
    admin = await rollcall.script('admin');
    const [person] = await Promise.all(DOUBLES.map((who) => anEnrolledPerson(admin, who)));
    employeeNo = person!.employeeNo;
    const path = `/people/${person!.id}/pin`;
    await send(admin, 204, 'PUT', path, JSON.stringify({ pin: RIGHT }), JSON_TYPE);
    await send(admin, 400, 'PUT', path, JSON.stringify({ pin: MALFORMED }), JSON_TYPE);
    const { kiosk } = await aKiosk(rollcall);
    await use(kiosk, RIGHT, 201, 201);
    await use(kiosk, WRONG, 403, 201);
    await use(kiosk, MALFORMED, 400, 400);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await rollcall.stop();
  });

  it('in no answer', () => {
    expect(answers.join()).toContain('"method":"pin"');
    expect(answers.join()).toContain('"method":"face+pin"');
    expect(answers.join()).not.toContain(DIGITS);
  });

  it('in no table, the audit and the kept answers included', async () => {
    const tables = await rollcall.sql<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    const rows = [];
    for (const { name } of tables) rows.push(await rollcall.sql(`SELECT * FROM "${name}"`));
    expect(JSON.stringify(rows)).toContain('typed 201');
    expect(JSON.stringify(rows)).not.toContain(DIGITS);
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=pin.set');
    expect(items).toHaveLength(1);
  });

  it('in no log, however much is logged; nor does the number that was typed with it', () => {
    expect(log.join('')).toContain('"path":"/api/v1/check-ins/pin"');
    expect(log.join('')).not.toContain(DIGITS);
    expect(log.join('')).not.toContain(employeeNo);
  });
});
