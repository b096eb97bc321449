import type { AuditEntry, Page, Person } from '@rollcall/contracts';
import { aConsent, aKiosk, aPerson, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';

const PIN = '482915';

describe('a PIN', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
  });
  afterAll(() => rollcall.stop());

  const someone = () => admin.post<Person>('/people', aPerson(), 201);
  const setPin = (person: Person, pin = PIN) => admin.put(`/people/${person.id}/pin`, { pin }, 204);
  const hashOf = async ({ id }: Person) =>
    (await rollcall.sql<{ hash: string }>('SELECT hash FROM pins WHERE person_id = $1', [id]))[0]?.hash;
  const auditOf = async ({ id }: Person) => {
    const { items } = await admin.get<Page<AuditEntry>>('/audit?limit=500');
    return items.filter(({ subject }) => subject === `person:${id}`);
  };

  it('is set, replaced and removed by admins and enrollers, and the person says whether there is one', async () => {
    const person = await someone();
    expect(person.hasPin).toBe(false);
    for (const client of [admin, await rollcall.script('enroller')]) {
      expect(await client.put(`/people/${person.id}/pin`, { pin: PIN }, 204)).toBeUndefined();
      expect(await admin.get(`/people/${person.id}`)).toMatchObject({ hasPin: true });
      const { items } = await admin.get<Page<Person>>(`/people?search=${person.employeeNo}`);
      expect(items).toEqual([expect.objectContaining({ id: person.id, hasPin: true })]);
      expect(await client.delete(`/people/${person.id}/pin`, 204)).toBeUndefined();
      expect(await admin.get(`/people/${person.id}`)).toMatchObject({ hasPin: false });
    }
    expect(await hashOf(person)).toBeUndefined();
  });

  it.each(['hr', 'auditor'] as const)('is none of the business of %s', async (role) => {
    const person = await someone();
    const script = await rollcall.script(role);
    await script.refused(script.put(`/people/${person.id}/pin`, { pin: PIN }, 403), 'FORBIDDEN');
    await setPin(person);
    await script.refused(script.delete(`/people/${person.id}/pin`, 403), 'FORBIDDEN');
    expect(await admin.get(`/people/${person.id}`)).toMatchObject({ hasPin: true });
  });

  it('is kept as argon2id, another hash each time, and shown to nobody', async () => {
    const person = await someone();
    await setPin(person);
    const first = await hashOf(person);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await setPin(person);
    expect(await hashOf(person)).not.toBe(first);
    const shown = [
      await admin.get(`/people/${person.id}`),
      await auditOf(person),
      await admin.get('/people'),
    ];
    const written = await rollcall.sql('SELECT * FROM people WHERE id = $1', [person.id]);
    expect(JSON.stringify([shown, written])).not.toMatch(/482915|argon2/);
  });

  it('is audited by who set and removed it; removing none leaves no entry', async () => {
    const person = await someone();
    await admin.delete(`/people/${person.id}/pin`, 204);
    await setPin(person);
    await admin.delete(`/people/${person.id}/pin`, 204);
    await admin.delete(`/people/${person.id}/pin`, 204);
    const entries = await auditOf(person);
    expect(entries.map(({ action }) => action)).toEqual(['pin.remove', 'pin.set', 'person.create']);
    expect(entries[1]).toMatchObject({ actor: expect.stringMatching(/^token:/), details: {} });
  });

  it.each(['12345', '1234567890123', '12 456', '12345a', '', '١٢٣٤٥٦', 482915, null, ['482915']])(
    'is refused as %p',
    async (pin) => {
      const person = await someone();
      const path = `/people/${person.id}/pin`;
      const refusal = await admin.refused(admin.put(path, { pin }, 400), 'VALIDATION_FAILED');
      expect(refusal.errors?.map((error) => error.path.split('.')[0])).toEqual(['pin']);
      await admin.refused(admin.put(path, {}, 400), 'VALIDATION_FAILED');
      expect(await hashOf(person)).toBeUndefined();
    },
  );

  it.each(['000000', '777777777777', '123456', '456789', '654321', '7890123'])(
    'is refused where it is guessed first: %s; the one before stays',
    async (pin) => {
      const person = await someone();
      await setPin(person);
      const before = await hashOf(person);
      await admin.refused(admin.put(`/people/${person.id}/pin`, { pin }, 422), 'PIN_TOO_SIMPLE');
      expect(await hashOf(person)).toBe(before);
    },
  );

  it('is for people who are there', async () => {
    await admin.refused(admin.put(`/people/${NOBODY}/pin`, { pin: PIN }, 404), 'PERSON_NOT_FOUND');
    await admin.refused(admin.delete(`/people/${NOBODY}/pin`, 404), 'PERSON_NOT_FOUND');
    await admin.refused(admin.put('/people/me/pin', { pin: PIN }, 400), 'VALIDATION_FAILED');
  });

  it('outlives withdrawn consent, goes when its person is erased', async () => {
    const person = await someone();
    const { kiosk } = await aKiosk(rollcall);
    const { employeeNo } = person;
    await admin.put(`/people/${person.id}/consent`, aConsent());
    await setPin(person);
    await admin.delete(`/people/${person.id}/consent`, 200);
    await kiosk.post('/check-ins/pin', { employeeNo, pin: PIN }, 201);
    await admin.delete(`/people/${person.id}`, 200);
    expect(await hashOf(person)).toBeUndefined();
    const rows = await rollcall.sql('SELECT has_pin FROM people WHERE id = $1', [person.id]);
    expect(rows).toEqual([{ has_pin: false }]);
    await admin.refused(admin.put(`/people/${person.id}/pin`, { pin: PIN }, 404), 'PERSON_NOT_FOUND');
    const refused = kiosk.post('/check-ins/pin', { employeeNo, pin: PIN }, 403);
    await kiosk.refused(refused, 'PIN_WRONG');
  });

  describe('is locked', () => {
    const WRONG = '482916';
    const withPin = async () => {
      const person = await someone();
      await setPin(person);
      return person;
    };
    /** Each of these tests has kiosks of its own, since a kiosk may fail ten times a minute. */
    const tries = async ({ employeeNo }: Person) => {
      const { kiosk, device } = await aKiosk(rollcall);
      const type = async (pin: string) => {
        const body = JSON.stringify({ employeeNo, pin });
        const json = { 'Content-Type': 'application/json' };
        return (await kiosk.answer('POST', '/check-ins/pin', body, json)).status;
      };
      const fail = async (times: number) => {
        for (let i = 0; i < times; i++) expect(await type(WRONG)).toBe(403);
      };
      return { type, fail, device };
    };
    const locks = async (person: Person) =>
      (await auditOf(person)).filter(({ action }) => action === 'pin.lock');

    it('by the fifth failure in a row, and the right one no longer opens', async () => {
      const person = await withPin();
      const { type, fail, device } = await tries(person);
      await fail(4);
      expect(await locks(person)).toEqual([]);
      await fail(1);
      expect(await locks(person)).toEqual([
        expect.objectContaining({ actor: `device:${device.id}`, action: 'pin.lock', details: {} }),
      ]);
      expect(await type(PIN)).toBe(423);
      expect(await locks(person)).toHaveLength(1);
    });

    it('not by four: a right one starts the count anew', async () => {
      const person = await withPin();
      const [one, other] = [await tries(person), await tries(person)];
      await one.fail(4);
      expect(await one.type(PIN)).toBe(201);
      await other.fail(4);
      expect(await other.type(PIN)).toBe(201);
      expect(await locks(person)).toEqual([]);
    });

    it('for fifteen minutes from the failure that locked it, however often it is tried', async () => {
      const person = await withPin();
      const [one, other, later] = [await tries(person), await tries(person), await tries(person)];
      await one.fail(5);
      rollcall.clock.advance(14 * 60 + 59);
      for (let i = 0; i < 6; i++) expect(await other.type(i % 2 ? PIN : WRONG)).toBe(423);
      rollcall.clock.advance(1);
      await later.fail(4); // Counted from one again.
      expect(await later.type(PIN)).toBe(201);
    });

    it('again by five more', async () => {
      const person = await withPin();
      const [one, other] = [await tries(person), await tries(person)];
      await one.fail(5);
      rollcall.clock.advance(15 * 60);
      await other.fail(5);
      expect(await other.type(PIN)).toBe(423);
      expect(await locks(person)).toHaveLength(2);
    });

    it('until a new one is set', async () => {
      const person = await withPin();
      const { type, fail } = await tries(person);
      await fail(5);
      expect(await type(PIN)).toBe(423);
      await setPin(person, '590317');
      expect(await type('590317')).toBe(201);
      expect(await type(PIN)).toBe(403);
    });

    it('by five failures at one moment, through several kiosks; none of them is lost', async () => {
      const person = await withPin();
      const kiosks = await Promise.all(Array.from({ length: 12 }, () => tries(person)));
      const answers = await Promise.all(kiosks.map(({ type }) => type(WRONG)));
      const of = (status: number) => answers.filter((each) => each === status).length;
      expect([of(403), of(423)]).toEqual([5, 7]);
      expect(await kiosks[0]!.type(PIN)).toBe(423);
      expect(await locks(person)).toHaveLength(1);
    });

    it('without a word to anybody else', async () => {
      const [person, neighbour] = [await withPin(), await withPin()];
      await (await tries(person)).fail(5);
      expect(await (await tries(neighbour)).type(PIN)).toBe(201);
    });
  });
});
