import type { AuditEntry, CheckInAnswer, CheckInRecord, Page, Person } from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const [A, B, WRONG] = ['482915', '730264', '590317'];
let nextFace = 0;

describe('a PIN with a frame', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.script('admin');
  });
  afterAll(() => rollcall.stop());
  beforeEach(() => rollcall.clock.advance(3_600));

  /** Two people, and a frame that lies in the middle between them: 0.7 to either. */
  const twoAlike = async (...pins: (string | null)[]) => {
    const faces = [nextFace++, nextFace++];
    const people = [];
    for (const [i, who] of faces.entries()) {
      const person = await anEnrolledPerson(admin, who, { name: `Double ${who}` });
      people.push(person);
      if (pins[i]) await admin.put(`/people/${person.id}/pin`, { pin: pins[i] }, 204);
    }
    const [who, other] = faces as [number, number];
    const between = aPhoto({ who, likeness: 0.7, alike: { who: other, likeness: 0.7 } });
    const frames: [string, Buffer][] = [['frame', between]];
    const { kiosk, device } = await aKiosk(rollcall);
    const send = (fields = {}) => kiosk.upload<CheckInAnswer>('/check-ins', frames, 201, fields);
    return { people: people as [Person, Person], frames, send, kiosk, device };
  };
  const failuresOf = async (people: readonly Person[]) => {
    const statement = 'SELECT failures FROM pins WHERE person_id = $1';
    const rows = await Promise.all(
      people.map(({ id }) => rollcall.sql<{ failures: number }>(statement, [id])),
    );
    return rows.map(([row]) => row?.failures);
  };
  const ambiguous = (answer: CheckInAnswer, pinAccepted: boolean) => {
    expect(answer).toMatchObject({ decision: 'ambiguous', method: 'face', person: null, pinAccepted });
    expect(answer).not.toHaveProperty('candidates');
  };

  it('settles what the face leaves open, for whichever of the two it belongs to', async () => {
    const { people, send, device } = await twoAlike(A, B);
    ambiguous(await send(), true);
    for (const [i, pin] of [A, B].entries()) {
      const answer = await send({ pin });
      const { id, name, employeeNo } = people[i]!;
      expect(answer).toMatchObject({ decision: 'matched', method: 'face+pin', direction: 'in' });
      expect(answer.person).toEqual({ id, name, employeeNo });
      expect(answer).not.toHaveProperty('pinAccepted');
      const punches = await rollcall.sql('SELECT person_id FROM punches WHERE check_in_id = $1', [answer.id]);
      expect(punches).toEqual([{ person_id: id }]);
    }
    const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${device.id}`);
    expect(items.map(({ method, decision, hasFrame }) => [method, decision, hasFrame])).toEqual([
      ['face+pin', 'matched', true],
      ['face+pin', 'matched', true],
      ['face', 'ambiguous', true],
    ]);
    expect(await failuresOf(people)).toEqual([0, 0]);
  });

  it('keeps the score of the person it decided for, who may be the second', async () => {
    const [near, far] = [nextFace++, nextFace++];
    const people = [await anEnrolledPerson(admin, near), await anEnrolledPerson(admin, far)];
    await admin.put(`/people/${people[1]!.id}/pin`, { pin: B }, 204);
    const { kiosk } = await aKiosk(rollcall, { showScores: true });
    const between = aPhoto({ who: near, likeness: 0.73, alike: { who: far, likeness: 0.68 } });
    const parts: [string, Buffer][] = [['frame', between]];
    const open = await kiosk.upload<CheckInAnswer>('/check-ins', parts, 201);
    expect(open).toMatchObject({ decision: 'ambiguous', pinAccepted: true });
    const answer = await kiosk.upload<CheckInAnswer>('/check-ins', parts, 201, { pin: B });
    expect(answer.person?.id).toBe(people[1]!.id);
    expect(answer.similarity).toBeLessThan(open.similarity!);
    expect(answer.margin).toBeCloseTo(-open.margin!, 6);
    expect(open.margin).toBeGreaterThan(0.01);
  });

  it('is taken as a header as well', async () => {
    const { people, frames, kiosk } = await twoAlike(A, B);
    const form = new FormData();
    for (const [field, bytes] of frames) form.append(field, new Blob([new Uint8Array(bytes)]), 'frame.jpg');
    const { status, text } = await kiosk.answer('POST', '/check-ins', form, { pin: A });
    expect([status, (JSON.parse(text) as CheckInAnswer).person?.id]).toEqual([201, people[0].id]);
  });

  it('that two of them have decides nothing and counts against neither', async () => {
    const { people, send } = await twoAlike(A, A);
    for (let i = 0; i < 6; i++) ambiguous(await send({ pin: A }), true);
    expect(await failuresOf(people)).toEqual([0, 0]);
  });

  it('that is wrong leaves it open and counts against all of them; one right counts against none', async () => {
    const { people, send } = await twoAlike(A, B);
    for (let i = 0; i < 4; i++) ambiguous(await send({ pin: WRONG }), true);
    expect(await failuresOf(people)).toEqual([4, 4]);
    expect(await send({ pin: A })).toMatchObject({ decision: 'matched', person: { id: people[0].id } });
    expect(await failuresOf(people)).toEqual([0, 4]); // A colleague's right PIN locks nobody out.
    expect(await send({ pin: A })).toMatchObject({ decision: 'duplicate', method: 'face+pin' });
    expect(await send({ pin: B })).toMatchObject({ decision: 'matched', person: { id: people[1].id } });
    expect(await failuresOf(people)).toEqual([0, 0]);
  });

  it('is locked by the fifth failure, with an entry for each, and no longer asked for until it opens', async () => {
    const { people, send, device } = await twoAlike(A, B);
    for (let i = 0; i < 4; i++) ambiguous(await send({ pin: WRONG }), true);
    ambiguous(await send({ pin: WRONG }), false);
    ambiguous(await send({ pin: A }), false);
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=pin.lock');
    const subjects = people.map(({ id }) => `person:${id}`);
    const locks = items.filter(({ subject }) => subjects.includes(subject!));
    expect(locks.map(({ actor }) => actor)).toEqual(subjects.map(() => `device:${device.id}`));
    expect(locks.map(({ subject }) => subject).sort()).toEqual(subjects.sort());
    rollcall.clock.advance(15 * 60);
    ambiguous(await send(), true);
    expect(await send({ pin: A })).toMatchObject({ decision: 'matched', person: { id: people[0].id } });
  });

  it('of the one who has a PIN decides for that one only', async () => {
    const { people, send } = await twoAlike(null, B);
    ambiguous(await send(), true);
    ambiguous(await send({ pin: A }), true);
    expect(await failuresOf(people)).toEqual([undefined, 1]);
    expect(await send({ pin: B })).toMatchObject({ decision: 'matched', person: { id: people[1].id } });
  });

  it('is not asked for where neither has one', async () => {
    const { send } = await twoAlike(null, null);
    ambiguous(await send(), false);
    ambiguous(await send({ pin: A }), false);
  });

  it('of a third person decides nothing', async () => {
    const stranger = await anEnrolledPerson(admin, nextFace++);
    await admin.put(`/people/${stranger.id}/pin`, { pin: WRONG }, 204);
    const { send } = await twoAlike(A, B);
    ambiguous(await send({ pin: WRONG }), true);
    expect(await failuresOf([stranger])).toEqual([0]);
  });

  it('is ignored with every other decision: no count, no other answer', async () => {
    const who = nextFace++;
    const person = await anEnrolledPerson(admin, who);
    await admin.put(`/people/${person.id}/pin`, { pin: A }, 204);
    const { kiosk } = await aKiosk(rollcall);
    const frames: [Buffer, string][] = [
      [aPhoto({ who }), 'matched'],
      [aPhoto({ who }), 'duplicate'],
      [aPhoto({ who: 255 }), 'unknown'],
      [aPhoto({ who, quality: { yaw: 80 } }), 'low_quality'],
      [aPhoto(), 'no_face'],
    ];
    for (const [frame, decision] of frames) {
      for (const pin of [WRONG, A]) {
        const answer = await kiosk.frame<CheckInAnswer>(frame, 201, { pin });
        const expected = decision === 'matched' && pin === A ? 'duplicate' : decision;
        expect(answer).toMatchObject({ decision: expected, method: 'face' });
        expect(answer).not.toHaveProperty('pinAccepted');
      }
    }
    expect(await failuresOf([person])).toEqual([0]);
  });

  it.each(['12345', 'abcdef', '', '1234567890123'])(
    'is refused as %p, whatever the frame shows',
    async (pin) => {
      const { kiosk, frames } = await twoAlike(A, B);
      const refusal = await kiosk.refused(
        kiosk.upload('/check-ins', frames, 400, { pin }),
        'VALIDATION_FAILED',
      );
      expect(refusal.errors).toEqual([{ path: 'pin', message: 'must be 6 to 12 digits' }]);
    },
  );

  it('counts once under one Idempotency-Key, whose answer stays what it was', async () => {
    const { people, frames, kiosk } = await twoAlike(A, B);
    const send = async (key: string, pin: string) => {
      const form = new FormData();
      for (const [field, bytes] of frames) form.append(field, new Blob([new Uint8Array(bytes)]), 'frame.jpg');
      const { status, text } = await kiosk.answer('POST', '/check-ins', form, {
        pin,
        'Idempotency-Key': key,
      });
      return { status, ...(JSON.parse(text) as CheckInAnswer) };
    };
    expect(await send('first', WRONG)).toMatchObject({ status: 201, decision: 'ambiguous' });
    expect(await send('first', A)).toMatchObject({ status: 200, decision: 'ambiguous', pinAccepted: true });
    expect(await failuresOf(people)).toEqual([1, 1]);
    expect(await send('second', A)).toMatchObject({ status: 201, decision: 'matched' });
    expect(await send('second', WRONG)).toMatchObject({ status: 200, method: 'face+pin' });
  });
});
