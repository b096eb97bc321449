import type { Badge, CheckInAnswer, CheckInRecord, ErasureReceipt, Job, Page } from '@rollcall/contracts';
import { BadgeStage } from './support/badge-stage.js';
import { aConsentingPerson, aKiosk } from './support/builders.js';
import type { Client } from './support/client.js';
import { finishedJob } from './support/finished-job.js';
import { imported } from './support/imports.js';
import { gate } from './support/job-stage.js';
import type { Rollcall } from './support/rollcall.js';
import { aPhoto, type ScriptedFace } from './support/scripted-face-engine.js';

describe('a portrait that was painted here', () => {
  let stage: BadgeStage;
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    stage = await BadgeStage.open();
    ({ rollcall, admin } = stage);
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.reset();
    rollcall.clock.advance(600);
  });

  /** Somebody and a badge whose portrait is as good as a photo to the networks. */
  const aPainted = async () => {
    const { who, ...person } = await stage.someone();
    stage.stylizer.face = { who, likeness: 0.99, looks: `portrait ${who}` };
    const { badge } = await stage.painted(person.id, { steps: 1 });
    const badgeId = badge.id;
    /** The same picture saved by another program: other bytes, same looks. */
    const copy = (more: Partial<ScriptedFace> = {}) =>
      aPhoto({ who, likeness: 0.98, looks: `portrait ${who}`, ...more });
    const portrait = async () => (await admin.picture(`/badges/${badgeId}/portrait.png`)).bytes;
    return { who, person, badgeId, copy, portrait };
  };

  it('is a spoof at a kiosk, the very file and a copy of it', async () => {
    const { person, who, copy, portrait } = await aPainted();
    const { kiosk, device } = await aKiosk(rollcall);
    const file = await kiosk.frame(await portrait(), 201, { 'Content-Type': 'image/png' });
    expect(file).toMatchObject({ decision: 'spoof', person: null, direction: null });
    expect(await kiosk.frame(copy(), 201)).toMatchObject({ decision: 'spoof', person: null });
    const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?deviceId=${device.id}&decision=spoof`);
    expect(items).toHaveLength(2);
    expect(items[0]!.similarity).toBeCloseTo(0.98, 2);
    expect(await kiosk.frame(aPhoto({ who, likeness: 0.97 }), 201)).toMatchObject({
      decision: 'matched',
      person: { id: person.id },
    });
  });

  it('spoils the moment in which it is shown among other frames', async () => {
    const { who, copy } = await aPainted();
    const { kiosk } = await aKiosk(rollcall);
    const frames: [string, Buffer][] = [
      ['frame', aPhoto({ who })],
      ['frame', copy({ quality: { score: 0.2 } })],
      ['frame', aPhoto({ who, likeness: 0.97 })],
    ];
    expect(await kiosk.upload('/check-ins', frames, 201)).toMatchObject({ decision: 'spoof' });
  });

  it('is not settled by a PIN', async () => {
    const { person, copy } = await aPainted();
    await admin.put(`/people/${person.id}/pin`, { pin: '831947' }, 204);
    const { kiosk } = await aKiosk(rollcall);
    const answer = await kiosk.frame<CheckInAnswer>(copy(), 201, { pin: '831947' });
    expect(answer).toMatchObject({ decision: 'spoof', person: null });
  });

  it('is not enrolled, for nobody, by no way', async () => {
    const { person, copy, portrait } = await aPainted();
    const other = await aConsentingPerson(admin);
    for (const { id } of [person, other]) {
      for (const picture of [await portrait(), copy()]) {
        const refused = admin.upload(`/people/${id}/faces`, [['photo', picture]], 422);
        await admin.refused(refused, 'SPOOF_SUSPECTED');
      }
    }
    const csv = `employeeNo,name,consentVersion,consentGivenAt\nE-painted,Painted,1,2026-01-01`;
    const { rows } = await imported(admin, csv, { 'E-painted.jpg': copy() });
    expect(rows[0]!.photos).toMatchObject([{ outcome: 'refused', code: 'SPOOF_SUSPECTED' }]);
  });

  it('stays known when its badge is deleted: the card may be printed', async () => {
    const { badgeId, copy } = await aPainted();
    await admin.delete(`/badges/${badgeId}`, 204);
    const { kiosk } = await aKiosk(rollcall);
    expect(await kiosk.frame(copy(), 201)).toMatchObject({ decision: 'spoof' });
  });

  it('stays known when it was stopped, kept, and painted on to another one', async () => {
    const { who, id } = await stage.someone();
    stage.stylizer.face = { who, looks: `first ${who}` };
    const { badgeId, jobId } = await stage.stopped(id, 2);
    stage.stylizer.beforeStep = async () => {};
    stage.stylizer.face = { who, looks: `second ${who}` };
    await admin.post(`/jobs/${jobId}/retry`, undefined, 200);
    expect(await finishedJob(admin, jobId)).toMatchObject({ state: 'completed' });
    expect(await admin.get(`/badges/${badgeId}`)).toMatchObject({ state: 'ready', complete: true });
    const { kiosk } = await aKiosk(rollcall);
    for (const looks of [`first ${who}`, `second ${who}`])
      expect(await kiosk.frame(aPhoto({ who, looks }), 201)).toMatchObject({ decision: 'spoof' });
  });

  it('never makes the photo refused that it was painted from', async () => {
    const { who, id } = await stage.someone();
    // As like the photo as it can be.
    stage.stylizer.face = { who, looks: JSON.stringify({ who }) };
    await stage.painted(id, { steps: 1 });
    const { kiosk } = await aKiosk(rollcall);
    expect(await kiosk.frame(aPhoto({ who }), 201)).toMatchObject({ decision: 'matched' });
  });

  describe('goes with its person', () => {
    const traces = async (personId: string) => {
      const count = async (table: string) =>
        (await rollcall.sql(`SELECT 1 FROM ${table} WHERE person_id = $1`, [personId])).length;
      return { badges: await count('badges'), marks: await count('portrait_marks') };
    };

    it('who is erased: badge, picture and mark', async () => {
      const { person, badgeId } = await aPainted();
      // As it is, mirrored, grey, and both.
      expect(await traces(person.id)).toEqual({ badges: 1, marks: 4 });
      const before = rollcall.sealedFiles().length;
      const receipt = await admin.delete<ErasureReceipt>(`/people/${person.id}`, 200);
      expect(receipt).toMatchObject({ photos: 1, portraits: 1 });
      expect(await traces(person.id)).toEqual({ badges: 0, marks: 0 });
      expect(rollcall.sealedFiles()).toHaveLength(before - 2);
      await admin.refused(admin.get(`/badges/${badgeId}`, 404), 'BADGE_NOT_FOUND');
    });

    it('who withdraws consent', async () => {
      const { person } = await aPainted();
      await admin.delete(`/people/${person.id}/consent`, 200);
      expect(await traces(person.id)).toEqual({ badges: 0, marks: 0 });
      expect((await admin.get<Page<Badge>>(`/badges?personId=${person.id}`)).items).toEqual([]);
    });

    it('who is erased while it grows: nothing is left of it', async () => {
      const person = await stage.someone();
      const { opened, open } = gate();
      stage.stylizer.beforeStep = (step) => (step === 2 ? opened : Promise.resolve());
      const { jobId } = await stage.growing(person.id, { steps: 4 });
      await admin.delete(`/people/${person.id}`, 200);
      open();
      expect<Job['state'][]>(['cancelled', 'failed']).toContain((await finishedJob(admin, jobId)).state);
      expect(await traces(person.id)).toEqual({ badges: 0, marks: 0 });
      expect(await stage.picturesOfNobody()).toEqual([]);
    });

    it('who is erased while its portrait is looked at: nothing is left of it', async () => {
      const person = await stage.someone();
      const [looking, looked] = [gate(), gate()];
      rollcall.engine.beforeRead = () => {
        looking.open();
        return looked.opened;
      };
      const { jobId } = await stage.ask(person.id);
      await looking.opened;
      await admin.delete(`/people/${person.id}`, 200);
      looked.open();
      expect<Job['state'][]>(['cancelled', 'failed']).toContain((await finishedJob(admin, jobId)).state);
      expect(await traces(person.id)).toEqual({ badges: 0, marks: 0 });
      expect(await stage.picturesOfNobody()).toEqual([]);
    });
  });

  it('is kept as bits that say nothing without the key', async () => {
    await aPainted();
    const [mark] = await rollcall.sql<{ mark: string; photo: string }>(
      'SELECT mark::text, photo::text FROM portrait_marks LIMIT 1',
    );
    expect(mark!.mark).toMatch(/^[01]{512}$/);
    expect(mark!.photo).toMatch(/^[01]{512}$/);
    expect(mark!.photo).not.toBe(mark!.mark);
  });
});
