import type {
  AuditEntry,
  CheckInAnswer,
  CheckInRecord,
  Face,
  Page,
  Person,
  Review,
  ReviewItem,
} from '@rollcall/contracts';
import { aConsentingPerson, aKiosk, anEnrolledPerson, aPerson, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

describe('reviews', () => {
  let rollcall: Rollcall;
  let admin: Client;
  let kiosk: Client;
  let next = 0;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
    ({ kiosk } = await aKiosk(rollcall, { showScores: true, direction: 'in' }));
  });
  afterAll(() => rollcall.stop());

  const someone = () => ++next;
  const look = (who: number, likeness = 0.7) => kiosk.frame<CheckInAnswer>(aPhoto({ who, likeness }), 201);
  const later = (minutes: number) => rollcall.clock.advance(minutes * 60);
  const review = (id: string, body: object, status = 201, client = admin) =>
    client.post<Review>(`/check-ins/${id}/review`, body, status);
  const queue = async (query = '', client = admin) =>
    (await client.get<Page<ReviewItem>>(`/reviews?limit=500${query}`)).items;
  const punches = (personId: string) =>
    rollcall.sql<{ direction: string }>('SELECT direction FROM punches WHERE person_id = $1 ORDER BY at', [
      personId,
    ]);

  it('wait for those whom nobody was matched for, with whom they resembled', async () => {
    const who = someone();
    const person = await anEnrolledPerson(admin, who, { name: 'Almost Her' });
    const { id } = await look(who, 0.4);
    const item = (await queue()).find(({ checkIn }) => checkIn.id === id)!;
    expect(item).toMatchObject({ checkIn: { decision: 'unknown', hasFrame: true }, review: null });
    expect(item.candidates[0]).toEqual({
      person: { id: person.id, name: 'Almost Her', employeeNo: person.employeeNo },
      similarity: expect.closeTo(0.4, 5),
    });
    expect((await queue('&state=reviewed')).map(({ checkIn }) => checkIn.id)).not.toContain(id);
  });

  it('show hr neither scores nor whom a face resembled', async () => {
    for (const item of await queue('', await rollcall.script('hr'))) {
      expect(item.candidates).toEqual([]);
      expect(item.checkIn).not.toHaveProperty('similarity');
    }
  });

  it('confirm what was right, and change nothing', async () => {
    const person = await anEnrolledPerson(admin, someone());
    const { id } = await look(next);
    const given = await review(id, { verdict: 'confirm', note: 'I was there' });
    expect(given).toMatchObject({ checkInId: id, verdict: 'confirm', note: 'I was there', personId: null });
    expect(given.learned).toEqual({ strictMargin: false, negative: false });
    expect(await punches(person.id)).toHaveLength(1);
    const reviewed = await queue('&state=reviewed&decision=matched');
    expect(reviewed.find(({ checkIn }) => checkIn.id === id)!.review).toEqual(given);
  });

  it('assign an unknown face to somebody, for whom it then counts', async () => {
    const person = await aConsentingPerson(admin);
    const { id, decision } = await look(someone());
    expect(decision).toBe('unknown');
    await review(id, { verdict: 'assign', personId: person.id }, 201, await rollcall.script('hr'));
    expect(await punches(person.id)).toEqual([{ direction: 'in' }]);
    const again = review(id, { verdict: 'assign', personId: person.id }, 409);
    await admin.refused(again, 'REVIEW_NOT_APPLICABLE');
  });

  it('"not this person" takes the attendance away and gives it to whom it belongs', async () => {
    const [wrong, right] = [await anEnrolledPerson(admin, someone()), await aConsentingPerson(admin)];
    const { id } = await look(next);
    const given = await review(id, { verdict: 'not-this-person', personId: right.id });
    expect(given.learned).toEqual({ strictMargin: true, negative: true });
    expect(await punches(wrong.id)).toEqual([]);
    expect(await punches(right.id)).toHaveLength(1);
    const log = await admin.get<Page<CheckInRecord>>(`/check-ins?personId=${wrong.id}`);
    expect(log.items.map((record) => record.id)).toEqual([id]); // What was decided stays as it was decided.
  });

  it('the directions after a withdrawn check-in are inferred again', async () => {
    const { kiosk: both } = await aKiosk(rollcall, { direction: 'auto' });
    const person = await anEnrolledPerson(admin, someone());
    const who = next;
    const ids = [];
    for (let i = 0; i < 3; i++) {
      ids.push((await both.frame<CheckInAnswer>(aPhoto({ who, likeness: 0.7 + i / 20 }), 201)).id);
      later(60);
    }
    expect((await punches(person.id)).map(({ direction }) => direction)).toEqual(['in', 'out', 'in']);
    await review(ids[0]!, { verdict: 'not-this-person' });
    expect((await punches(person.id)).map(({ direction }) => direction)).toEqual(['in', 'out']);
  });

  it('the same face is not taken for that person again, the person still is', async () => {
    const person = await anEnrolledPerson(admin, someone());
    const who = next;
    const impostor = 0.6;
    const first = await look(who, impostor);
    expect(first).toMatchObject({ decision: 'matched', person: { id: person.id } });
    await review(first.id, { verdict: 'not-this-person' });
    later(10);
    expect((await look(who, impostor)).decision).toBe('ambiguous');
    expect(await look(who, 0.95)).toMatchObject({ decision: 'matched', person: { id: person.id } });
    // Said to have been the person after all.
    await review(first.id, { verdict: 'assign', personId: person.id });
    later(10);
    expect((await look(who, impostor)).decision).toBe('matched');
  });

  it('two people who were confused need more lead over each other', async () => {
    const [a, b] = [someone(), someone()];
    const [one, other] = [await anEnrolledPerson(admin, a), await anEnrolledPerson(admin, b)];
    // 0.13 more alike to the one than to the other; the margin is 0.1.
    const between = () =>
      kiosk.frame<CheckInAnswer>(aPhoto({ who: a, likeness: 0.75, alike: { who: b, likeness: 0.62 } }), 201);
    expect(await between()).toMatchObject({ decision: 'matched', person: { id: one.id } });
    later(10);
    const mistaken = await look(a, 0.6);
    expect((await review(mistaken.id, { verdict: 'not-this-person', personId: other.id })).learned).toEqual({
      strictMargin: true,
      negative: true,
    });
    await rollcall.sql('DELETE FROM gallery_negatives WHERE person_id = $1', [one.id]); // To see the margin alone.
    later(10);
    expect((await between()).decision).toBe('ambiguous');
    expect(await look(a, 0.9)).toMatchObject({ decision: 'matched', person: { id: one.id } });
  });

  it('keep nothing about somebody who was erased, or whose consent was withdrawn', async () => {
    const [erased, withdrawn] = [
      await anEnrolledPerson(admin, someone()),
      await anEnrolledPerson(admin, someone()),
    ];
    const [first, second] = [await look(next - 1), await look(next)];
    await admin.delete(`/people/${erased.id}`, 200);
    await admin.delete(`/people/${withdrawn.id}/consent`, 200);
    const right = await aConsentingPerson(admin);
    const body = { verdict: 'not-this-person', personId: right.id };
    expect((await review(first.id, body)).learned).toEqual({ strictMargin: false, negative: false });
    expect((await review(second.id, body)).learned.negative).toBe(false);
    const about = [[erased.id, withdrawn.id]];
    expect(await rollcall.sql('SELECT FROM gallery_negatives WHERE person_id = ANY ($1)', about)).toEqual([]);
    const confused = 'SELECT FROM gallery_confusions WHERE $1 IN (person_a, person_b)';
    expect(await rollcall.sql(confused, [erased.id])).toEqual([]);
  });

  it('learn nothing from a picture that is gone', async () => {
    await anEnrolledPerson(admin, someone());
    const { id } = await look(next);
    await rollcall.sql('UPDATE check_ins SET frame_id = NULL WHERE id = $1', [id]);
    expect((await review(id, { verdict: 'not-this-person' })).learned.negative).toBe(false);
  });

  it.each([
    [{ verdict: 'not-this-person' }, 409, 'REVIEW_NOT_APPLICABLE'],
    [{ verdict: 'assign' }, 400, 'VALIDATION_FAILED'],
    [{ verdict: 'assign', personId: NOBODY }, 404, 'PERSON_NOT_FOUND'],
    [{ verdict: 'perhaps' }, 400, 'VALIDATION_FAILED'],
  ])('refuse %j of an unknown face with %i %s', async (body, status, code) => {
    const { id } = await look(someone());
    await admin.refused(review(id, body, status), code);
  });

  it('need a check-in', async () => {
    await admin.refused(review(NOBODY, { verdict: 'confirm' }, 404), 'CHECK_IN_NOT_FOUND');
  });

  it('say in the audit log who reviewed what, and name nobody', async () => {
    const { items } = await admin.get<Page<AuditEntry>>('/audit?action=check-in.review');
    expect(items.length).toBeGreaterThan(3);
    expect(JSON.stringify(items)).not.toContain('Almost Her');
  });

  it('enrol somebody from the kept picture', async () => {
    const { id } = await look(someone(), 1);
    const who = next;
    const stranger = await admin.post<Person>('/people', aPerson(), 201);
    const enroll = (personId: string, status: number) =>
      admin.post<Face>(`/check-ins/${id}/enroll`, { personId }, status);
    await admin.refused(enroll(stranger.id, 409), 'CONSENT_REQUIRED');
    const person = await aConsentingPerson(admin);
    expect(await enroll(person.id, 201)).toMatchObject({ outlier: false });
    expect(await look(who)).toMatchObject({ decision: 'matched', person: { id: person.id } });
  });

  it('leave nothing of a person who is erased', async () => {
    const person = await anEnrolledPerson(admin, someone());
    const { id } = await look(next);
    await review(id, { verdict: 'not-this-person', note: `That was not ${person.name}` });
    const resembling = await look(next, 0.45);
    await admin.delete(`/people/${person.id}`, 200);
    expect(await rollcall.sql('SELECT FROM gallery_negatives WHERE person_id = $1', [person.id])).toEqual([]);
    const notes = await rollcall.sql('SELECT note FROM check_in_reviews WHERE check_in_id = $1', [id]);
    expect(notes).toEqual([{ note: '' }]);
    const [row] = await rollcall.sql<{ candidates: { personId: string }[] }>(
      'SELECT candidates FROM check_ins WHERE id = $1',
      [resembling.id],
    );
    expect(row!.candidates.map(({ personId }) => personId)).not.toContain(person.id);
  });
});
