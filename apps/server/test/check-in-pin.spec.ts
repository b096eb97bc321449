import type { CheckInAnswer, CheckInRecord, Page, Person } from '@rollcall/contracts';
import { aKiosk, aKioskIn, anEnrolledPerson, aPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { EventStream } from './support/event-stream.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const PIN = '482915';
const WRONG = '482916';
let nextFace = 0;

describe('a check-in by PIN', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
  });
  afterAll(() => rollcall.stop());
  beforeEach(() => rollcall.clock.advance(3_600));

  const setPin = ({ id }: Person, pin = PIN) => admin.put(`/people/${id}/pin`, { pin }, 204);
  const someone = async (pin = PIN) => {
    const person = await admin.post<Person>('/people', aPerson({ name: 'Nell Nobiometrics' }), 201);
    await setPin(person, pin);
    return person;
  };
  const logged = async (query: string) =>
    (await admin.get<Page<CheckInRecord>>(`/check-ins?${query}&limit=500`)).items;
  const JSON_TYPE = { 'Content-Type': 'application/json' };
  const type = (kiosk: Client, body: object, headers: Record<string, string> = {}) =>
    kiosk.answer('POST', '/check-ins/pin', JSON.stringify(body), { ...JSON_TYPE, ...headers });

  it('is a match like any other: answer, row, punch and feed', async () => {
    const person = await someone();
    const { device, site, kiosk } = await aKioskIn(rollcall, 'Europe/Berlin', { direction: 'in' });
    const feed = await EventStream.open(admin, '/check-ins/stream');
    rollcall.clock.set('2026-07-01T06:58:59.250Z');
    const { employeeNo } = person;
    const answer = await kiosk.post<CheckInAnswer>('/check-ins/pin', { employeeNo, pin: PIN }, 201);
    expect(answer).toEqual({
      id: answer.id,
      decision: 'matched',
      method: 'pin',
      person: { id: person.id, name: person.name, employeeNo },
      direction: 'in',
      reasons: [],
      capturedAt: '2026-07-01T06:58:59.250Z',
      receivedAt: '2026-07-01T06:58:59.250Z',
      late: false,
      localTime: '2026-07-01T08:58:59',
      site: { id: site.id, timeZone: 'Europe/Berlin' },
      timings: {
        decode: 0,
        detect: 0,
        liveness: 0,
        embed: 0,
        search: 0,
        inference: 0,
        total: expect.any(Number),
      },
    });
    expect(answer.timings.total).toBeGreaterThan(0);
    const [record] = await logged(`personId=${person.id}`);
    expect(record).toMatchObject({
      id: answer.id,
      decision: 'matched',
      method: 'pin',
      direction: 'in',
      similarity: null,
      margin: null,
      quality: null,
      liveness: null,
      box: null,
      hasFrame: false,
      device: { id: device.id },
    });
    expect(JSON.parse((await feed.next()).data)).toEqual(record);
    await feed.close();
    const punches = await rollcall.sql('SELECT direction FROM punches WHERE check_in_id = $1', [answer.id]);
    expect(punches).toEqual([{ direction: 'in' }]);
  });

  it('carries empty scores for a kiosk that may show them', async () => {
    const { employeeNo } = await someone();
    const { kiosk } = await aKiosk(rollcall, { showScores: true });
    const answer = await kiosk.post<CheckInAnswer>('/check-ins/pin', { employeeNo, pin: PIN }, 201);
    expect(answer).toMatchObject({ similarity: null, margin: null, liveness: null, quality: null });
  });

  it('infers directions and repeats itself inside the window, together with faces', async () => {
    const who = nextFace++;
    const person = await anEnrolledPerson(admin, who);
    await setPin(person);
    const { employeeNo } = person;
    const { kiosk } = await aKiosk(rollcall);
    const first = await kiosk.post<CheckInAnswer>('/check-ins/pin', { employeeNo, pin: PIN }, 201);
    rollcall.clock.advance(30);
    const again = await kiosk.post<CheckInAnswer>('/check-ins/pin', { employeeNo, pin: PIN }, 201);
    expect(again).toMatchObject({
      id: first.id,
      decision: 'duplicate',
      method: 'pin',
      person: { id: person.id },
    });
    const byFace = await kiosk.frame<CheckInAnswer>(aPhoto({ who }), 201);
    expect(byFace).toMatchObject({ id: first.id, decision: 'duplicate', method: 'face' });
    rollcall.clock.advance(3_600);
    const out = await kiosk.post<CheckInAnswer>('/check-ins/pin', { employeeNo, pin: PIN }, 201);
    expect([first.direction, out.direction]).toEqual(['in', 'out']);
    expect(await logged(`personId=${person.id}`)).toHaveLength(2);
  });

  it('counts for the time it was typed at, named as a header or as a field', async () => {
    const { employeeNo } = await someone();
    const { kiosk } = await aKiosk(rollcall);
    const at = (hour: number) => `2026-02-01T0${hour}:00:00.000Z`;
    const sent = [
      await type(kiosk, { employeeNo, pin: PIN, capturedAt: at(1) }),
      await type(kiosk, { employeeNo, pin: PIN, 'captured-at': at(2) }),
      await type(kiosk, { employeeNo, pin: PIN }, { 'captured-at': at(3) }),
      await type(kiosk, { employeeNo, pin: PIN }, { capturedAt: at(4) }),
    ];
    const answers = sent.map(({ text }) => JSON.parse(text) as CheckInAnswer);
    expect(answers.map(({ capturedAt, late }) => [capturedAt, late])).toEqual(
      [1, 2, 3, 4].map((hour) => [at(hour), true]),
    );
  });

  it('under an Idempotency-Key is recorded once and answered the same', async () => {
    const person = await someone();
    const { kiosk } = await aKiosk(rollcall);
    const send = () =>
      type(kiosk, { employeeNo: person.employeeNo, pin: PIN }, { 'Idempotency-Key': 'typed once' });
    const first = await send();
    rollcall.clock.advance(4_000);
    const again = await send();
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(JSON.parse(again.text)).toEqual(JSON.parse(first.text));
    expect(await logged(`personId=${person.id}`)).toHaveLength(1);
  });

  it('under an Idempotency-Key that was refused may be tried again', async () => {
    const { employeeNo } = await someone();
    const { kiosk } = await aKiosk(rollcall);
    const key = { 'Idempotency-Key': 'retry' };
    expect((await type(kiosk, { employeeNo, pin: WRONG }, key)).status).toBe(403);
    expect((await type(kiosk, { employeeNo, pin: PIN }, key)).status).toBe(201);
  });

  describe('is refused', () => {
    it('with one answer for a wrong PIN, a number of nobody, of somebody without PIN, inactive or erased', async () => {
      const inactive = await someone();
      await admin.patch(`/people/${inactive.id}`, { status: 'inactive' });
      const erased = await someone();
      await admin.delete(`/people/${erased.id}`, 200);
      const without = await admin.post<Person>('/people', aPerson(), 201);
      const { kiosk, device } = await aKiosk(rollcall);
      const bodies = [
        { employeeNo: (await someone()).employeeNo, pin: WRONG },
        { employeeNo: 'E-nobody', pin: PIN },
        ...[inactive, erased, without].map(({ employeeNo }) => ({ employeeNo, pin: PIN })),
      ];
      const answers = [];
      for (const body of bodies) answers.push(await type(kiosk, body));
      expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 403)); // Never 401: a kiosk would unpair.
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect(JSON.parse(answers[0]!.text)).toMatchObject({ code: 'PIN_WRONG' });
      const names = new Set<string>();
      for (const { headers } of answers) headers.forEach((_, name) => names.add(name));
      for (const { headers } of answers) expect([...names].filter((name) => !headers.has(name))).toEqual([]);
      expect(await logged(`deviceId=${device.id}`)).toEqual([]);
    });

    it('of somebody inactive without counting against him', async () => {
      const person = await someone();
      await admin.patch(`/people/${person.id}`, { status: 'inactive' });
      const { kiosk } = await aKiosk(rollcall);
      for (let i = 0; i < 6; i++) await type(kiosk, { employeeNo: person.employeeNo, pin: WRONG });
      await admin.patch(`/people/${person.id}`, { status: 'active' });
      expect((await type(kiosk, { employeeNo: person.employeeNo, pin: PIN })).status).toBe(201);
    });

    it('while locked, and says so', async () => {
      const { employeeNo } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      for (let i = 0; i < 5; i++) await type(kiosk, { employeeNo, pin: WRONG });
      await kiosk.refused(kiosk.post('/check-ins/pin', { employeeNo, pin: PIN }, 423), 'PIN_LOCKED');
    });

    it('after ten failures a minute at one kiosk, at one moment too; the others go on', async () => {
      const { employeeNo } = await someone();
      const { kiosk } = await aKiosk(rollcall);
      for (let i = 0; i < 12; i++) expect((await type(kiosk, { employeeNo, pin: PIN })).status).toBe(201);
      const guesses = await Promise.all(
        Array.from({ length: 14 }, (_, i) => type(kiosk, { employeeNo: `E-guess-${i}`, pin: PIN })),
      );
      const statuses = guesses.map(({ status }) => status).sort();
      expect(statuses).toEqual(Array.from({ length: 14 }, (_, i) => (i < 10 ? 403 : 429)));
      const throttled = await type(kiosk, { employeeNo, pin: PIN });
      expect(throttled.status).toBe(429);
      expect(throttled.headers.get('retry-after')).toBe('60');
      expect((await type((await aKiosk(rollcall)).kiosk, { employeeNo, pin: PIN })).status).toBe(201);
    });

    it.each([
      ['nothing', {}],
      ['no PIN', { employeeNo: 'E-1' }],
      ['no number', { pin: PIN }],
      ['letters for a PIN', { employeeNo: 'E-1', pin: 'abcdef' }],
      ['five digits', { employeeNo: 'E-1', pin: '12345' }],
      ['a number for a PIN', { employeeNo: 'E-1', pin: 482915 }],
      ['a NUL', { employeeNo: 'E-\0', pin: PIN }],
      ['a time that is none', { employeeNo: 'E-1', pin: PIN, capturedAt: 'yesterday' }],
      [
        'a time that is none, spelled as the header',
        { employeeNo: 'E-1', pin: PIN, 'captured-at': 'yesterday' },
      ],
    ])('with %s', async (_, body) => {
      const { kiosk } = await aKiosk(rollcall);
      await kiosk.refused(kiosk.post('/check-ins/pin', body, 400), 'VALIDATION_FAILED');
    });

    it('with a time ahead, and without the key of a kiosk; a PIN is not even looked at', async () => {
      const person = await someone();
      const { employeeNo } = person;
      const { kiosk } = await aKiosk(rollcall);
      const capturedAt = new Date(rollcall.clock.now().getTime() + 301_000).toISOString();
      const ahead = kiosk.post('/check-ins/pin', { employeeNo, pin: WRONG, capturedAt }, 422);
      await kiosk.refused(ahead, 'CAPTURED_AT_IN_FUTURE');
      await admin.refused(
        admin.post('/check-ins/pin', { employeeNo, pin: WRONG }, 401),
        'DEVICE_KEY_INVALID',
      );
      expect(await failuresOf(person)).toBe(0);
    });
  });

  const failuresOf = async ({ id }: Person) =>
    (await rollcall.sql<{ failures: number }>('SELECT failures FROM pins WHERE person_id = $1', [id]))[0]
      ?.failures;
});
