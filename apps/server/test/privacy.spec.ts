import type {
  AuditEntry,
  CheckInAnswer,
  CheckInRecord,
  ErasureReceipt,
  Page,
  Person,
} from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson, aPerson, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { writtenAbout } from './support/attendance.js';
import { Rollcall } from './support/rollcall.js';
import { TABLES } from './support/tables.js';
import { aPhoto } from './support/scripted-face-engine.js';

let nextFace = 0;

describe('privacy', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());
  beforeEach(() => rollcall.clock.advance(600));

  /** Somebody with two photos and two check-ins, one of them answered under an idempotency key. */
  const aWorker = async (name: string) => {
    const who = nextFace++;
    const fields = { name, email: `${name.replaceAll(' ', '.').toLowerCase()}@example.org` };
    const person = await anEnrolledPerson(admin, who, fields);
    await admin.upload(`/people/${person.id}/faces`, [['photo', aPhoto({ who, likeness: 0.9 })]], 201);
    const { kiosk, device } = await aKiosk(rollcall);
    const headers = { 'captured-at': '2026-03-01T08:00:00Z', 'Idempotency-Key': `key ${who}` };
    const came = await kiosk.frame<CheckInAnswer>(aPhoto({ who }), 201, headers);
    const left = await kiosk.frame<CheckInAnswer>(aPhoto({ who }), 201, {
      'captured-at': '2026-03-01T17:00:00Z',
    });
    const again = () =>
      kiosk.answer('POST', '/check-ins', new Uint8Array(aPhoto({ who })), {
        'Content-Type': 'image/jpeg',
        ...headers,
      });
    return { who, person, kiosk, device, came, left, again };
  };
  const countOf = async (table: string, personId: string) =>
    (await rollcall.sql(`SELECT 1 FROM ${table} WHERE person_id = $1`, [personId])).length;

  describe('erasing a person', () => {
    it('destroys templates, photos and frames, the files as well, and says how many', async () => {
      const others = await aWorker('Stays Here');
      const before = new Set(rollcall.sealedFiles().map(({ path }) => path));
      const { person } = await aWorker('Gone Person');
      expect(rollcall.sealedFiles()).toHaveLength(before.size + 4);
      const receipt = await admin.delete<ErasureReceipt>(`/people/${person.id}`, 200);
      expect(receipt).toEqual({
        id: receipt.id,
        personId: person.id,
        erasedAt: rollcall.clock.now().toISOString(),
        templates: 2,
        photos: 2,
        frames: 2,
        portraits: 0,
      });
      expect(new Set(rollcall.sealedFiles().map(({ path }) => path))).toEqual(before);
      for (const table of ['faces', 'face_templates']) {
        expect(await countOf(table, person.id)).toBe(0);
        expect(await countOf(table, others.person.id)).toBe(2);
      }
      const [{ left }] = (await rollcall.sql<{ left: number }>(
        'SELECT count(*)::int AS left FROM blobs WHERE delete_after <= $1',
        [rollcall.clock.now()],
      )) as [{ left: number }];
      expect(left).toBe(0);
    });

    it('leaves name, number and address in no table', async () => {
      const { person } = await aWorker('Nowhere Tobefound');
      await writtenAbout(admin, person.id, 'Nowhere Tobefound');
      await admin.delete(`/people/${person.id}`, 200);
      for (const table of TABLES) {
        const kept = JSON.stringify(await rollcall.sql(`SELECT * FROM ${table}`));
        expect(kept).not.toMatch(/Nowhere|tobefound/i);
        expect(kept).not.toContain(person.employeeNo);
      }
    });

    it('makes the person not found, everywhere', async () => {
      const { person } = await aWorker('Not There');
      const face = (await admin.get<Page<{ id: string }>>(`/people/${person.id}/faces`)).items[0]!;
      await admin.delete(`/people/${person.id}`, 200);
      const path = `/people/${person.id}`;
      const consent = { documentVersion: '2', givenAt: '2026-03-01T00:00:00Z' };
      await admin.refused(admin.get(path, 404), 'PERSON_NOT_FOUND');
      await admin.refused(admin.patch(path, { name: 'Back' }, 404), 'PERSON_NOT_FOUND');
      await admin.refused(admin.delete(path, 404), 'PERSON_NOT_FOUND');
      await admin.refused(admin.put(`${path}/consent`, consent, 404), 'PERSON_NOT_FOUND');
      await admin.refused(admin.delete(`${path}/consent`, 404), 'PERSON_NOT_FOUND');
      await admin.refused(admin.get(`${path}/faces`, 404), 'PERSON_NOT_FOUND');
      await admin.refused(
        admin.upload(`${path}/faces`, [['photo', aPhoto({ who: 200 })]], 404),
        'PERSON_NOT_FOUND',
      );
      await admin.refused(admin.get(`${path}/faces/${face.id}/photo`, 404), 'FACE_NOT_FOUND');
      await admin.refused(admin.delete(`${path}/faces/${face.id}`, 404), 'PERSON_NOT_FOUND');
      expect((await admin.get<Page<Person>>('/people?search=Not%20There')).items).toEqual([]);
    });

    it('keeps the punches, without saying whose', async () => {
      const { person, device, came, left } = await aWorker('Anonymous Punches');
      await admin.delete(`/people/${person.id}`, 200);
      expect(await countOf('punches', person.id)).toBe(2);
      const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${device.id}`);
      expect(items.map(({ id }) => id)).toEqual([left.id, came.id]);
      for (const record of items) {
        expect(record).toMatchObject({ decision: 'matched', person: null, hasFrame: false });
        expect(record).toMatchObject({ quality: null, box: null, similarity: null, margin: null });
        await admin.refused(admin.get(`/check-ins/${record.id}/frame`, 404), 'FRAME_NOT_FOUND');
      }
    });

    it('makes the number free for somebody else', async () => {
      const { person } = await aWorker('First Holder');
      await admin.delete(`/people/${person.id}`, 200);
      const next = await admin.post<Person>('/people', aPerson({ employeeNo: person.employeeNo }), 201);
      expect(next.id).not.toBe(person.id);
    });

    it('makes the face a stranger, who may be enrolled anew', async () => {
      const { person, who, kiosk } = await aWorker('New Start');
      await admin.delete(`/people/${person.id}`, 200);
      expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'unknown', person: null });
      await anEnrolledPerson(admin, who);
    });

    it('forgets the answers that named the person', async () => {
      const { person, again, came } = await aWorker('Named Before');
      const replayed = await again();
      expect(replayed.status).toBe(200);
      expect(replayed.text).toContain('Named Before');
      expect(JSON.parse(replayed.text)).toMatchObject({ id: came.id });
      await admin.delete(`/people/${person.id}`, 200);
      const after = await again();
      expect(after.status).toBe(201);
      expect(JSON.parse(after.text)).toMatchObject({ decision: 'unknown', person: null });
    });

    it('is noted, naming nobody, and leaves a receipt', async () => {
      const { person } = await aWorker('Noted Erasure');
      const receipt = await admin.delete<ErasureReceipt>(`/people/${person.id}`, 200);
      const { items } = await admin.get<Page<AuditEntry>>('/audit?action=person.erase');
      expect(items[0]).toMatchObject({
        subject: `person:${person.id}`,
        details: { receipt: receipt.id, templates: 2, photos: 2, frames: 2, portraits: 0 },
      });
      expect(await rollcall.sql('SELECT id FROM erasure_receipts WHERE person_id = $1', [person.id])).toEqual(
        [{ id: receipt.id }],
      );
    });

    it('of somebody without a face is possible, of nobody not', async () => {
      const { id } = await admin.post<Person>('/people', aPerson(), 201);
      expect(await admin.delete(`/people/${id}`, 200)).toMatchObject({ templates: 0, photos: 0, frames: 0 });
      await admin.refused(admin.delete(`/people/${NOBODY}`, 404), 'PERSON_NOT_FOUND');
    });

    it('twice at one moment gives one receipt', async () => {
      const { person } = await aWorker('Erased Twice');
      const answers = await Promise.all([1, 2].map(() => admin.answer('DELETE', `/people/${person.id}`)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      expect(await countOf('erasure_receipts', person.id)).toBe(1);
    });
  });

  describe('withdrawing consent', () => {
    it('destroys templates and photos; the person and the check-ins stay', async () => {
      const { person, who, kiosk, device } = await aWorker('Withdraws Consent');
      const before = rollcall.sealedFiles().length;
      const after = await admin.delete<Person>(`/people/${person.id}/consent`, 200);
      expect(after).toMatchObject({
        name: 'Withdraws Consent',
        enrolled: false,
        consent: { withdrawnAt: rollcall.clock.now().toISOString() },
      });
      expect(await admin.get(`/people/${person.id}`)).toEqual(after);
      expect(rollcall.sealedFiles()).toHaveLength(before - 2);
      expect(await countOf('face_templates', person.id)).toBe(0);
      expect(await admin.get(`/people/${person.id}/faces`)).toEqual({ items: [], nextCursor: null });
      const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${device.id}`);
      expect(items.map((record) => record.person?.id)).toEqual([person.id, person.id]);
      expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'unknown', person: null });
    });

    it('may be undone by a new consent, and enrolling starts over', async () => {
      const { person, who, kiosk } = await aWorker('Comes Back');
      await admin.delete(`/people/${person.id}/consent`, 200);
      const consent = { documentVersion: '2026-03', givenAt: '2026-03-02T08:00:00+01:00' };
      const again = await admin.put<Person>(`/people/${person.id}/consent`, consent);
      expect(again.consent).toEqual({
        documentVersion: '2026-03',
        givenAt: '2026-03-02T07:00:00.000Z',
        withdrawnAt: null,
      });
      expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'unknown' });
      await admin.upload(`/people/${person.id}/faces`, [['photo', aPhoto({ who })]], 201);
      expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'matched' });
    });

    it('counts once: a second withdrawal keeps the moment of the first', async () => {
      const { person } = await aWorker('Withdraws Twice');
      const first = await admin.delete<Person>(`/people/${person.id}/consent`, 200);
      rollcall.clock.advance(60);
      expect(await admin.delete<Person>(`/people/${person.id}/consent`, 200)).toEqual(first);
    });

    it('is noted in the audit log', async () => {
      const { person } = await aWorker('Noted Withdrawal');
      await admin.delete(`/people/${person.id}/consent`, 200);
      const { items } = await admin.get<Page<AuditEntry>>('/audit?action=consent.withdraw');
      expect(items[0]).toMatchObject({
        subject: `person:${person.id}`,
        details: { templates: 2, photos: 2 },
      });
    });

    it('of nobody is not possible, and a consent needs a version and a time', async () => {
      await admin.refused(admin.delete(`/people/${NOBODY}/consent`, 404), 'PERSON_NOT_FOUND');
      const { id } = await admin.post<Person>('/people', aPerson(), 201);
      for (const body of [
        {},
        { documentVersion: '1', givenAt: 'today' },
        { documentVersion: '', givenAt: '2026-01-01T00:00:00Z' },
      ]) {
        await admin.refused(admin.put(`/people/${id}/consent`, body, 400), 'VALIDATION_FAILED');
      }
    });
  });
});
