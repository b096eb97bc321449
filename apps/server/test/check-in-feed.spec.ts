import type { CheckInAnswer, CheckInRecord, Page } from '@rollcall/contracts';
import { CheckInHistoryController } from '../src/check-in/check-in-history.controller.js';
import { aKiosk, anEnrolledPerson, NOBODY } from './support/builders.js';
import type { Client } from './support/client.js';
import { EventStream } from './support/event-stream.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

const SCORES = ['similarity', 'threshold', 'margin', 'liveness', 'quality'];

describe('the live feed of check-ins', () => {
  let rollcall: Rollcall;
  let admin: Client;
  beforeAll(async () => {
    rollcall = await Rollcall.start();
    admin = await rollcall.admin();
  });
  afterAll(() => rollcall.stop());

  it('tells whoever watches of every new row, with scores where they may see them', async () => {
    const who = 1;
    const person = await anEnrolledPerson(admin, who);
    const { kiosk } = await aKiosk(rollcall);
    const full = await EventStream.open(await rollcall.script('auditor'), '/check-ins/stream');
    const plain = await EventStream.open(await rollcall.script('hr'), '/check-ins/stream');
    expect(full.contentType).toContain('text/event-stream');
    const answer = await kiosk.frame<CheckInAnswer>(aPhoto({ who }), 201);
    const [seen, seenPlain] = [await full.next(), await plain.next()];
    expect(seen.type).toBe('check-in');
    const record = JSON.parse(seen.data) as CheckInRecord;
    expect(record).toMatchObject({
      id: answer.id,
      decision: 'matched',
      person: { id: person.id },
      threshold: 0.5,
    });
    const { items } = await admin.get<Page<CheckInRecord>>(`/check-ins?personId=${person.id}`);
    expect(record).toEqual(items[0]);
    const withoutScores = JSON.parse(seenPlain.data) as CheckInRecord;
    for (const score of SCORES) expect(withoutScores).not.toHaveProperty(score);
    expect(withoutScores).toMatchObject({ id: answer.id, box: null });
    // A repetition is no row; the next event is the stranger after it.
    await kiosk.frame(aPhoto({ who }), 201);
    const stranger = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 255 }), 201);
    expect((JSON.parse((await full.next()).data) as CheckInRecord).id).toBe(stranger.id);
    await Promise.all([full.close(), plain.close()]);
  });

  it('tells first what somebody missed who was away', async () => {
    const { kiosk } = await aKiosk(rollcall);
    const auditor = await rollcall.script('auditor');
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await kiosk.frame<CheckInAnswer>(aPhoto({ who: 250 }), 201)).id);
    const stream = await EventStream.open(auditor, '/check-ins/stream', ids[0]);
    const seen = async (wanted: string) => {
      for (;;) {
        const record = JSON.parse((await stream.next()).data) as CheckInRecord;
        if (record.id === wanted) return record;
      }
    };
    expect(await seen(ids[1]!)).toMatchObject({ decision: 'unknown', threshold: expect.any(Number) });
    await seen(ids[2]!);
    const later = await kiosk.frame<CheckInAnswer>(aPhoto({ who: 250 }), 201);
    expect(JSON.parse((await stream.next()).data)).toMatchObject({ id: later.id });
    await stream.close();
  });

  it.each(['', 'x', '0', NOBODY.slice(1)])('begins now for somebody who saw %p last', async (odd) => {
    const stream = await EventStream.open(await rollcall.script('hr'), '/check-ins/stream', odd);
    await expect(stream.next(200)).rejects.toThrow('in time');
    await stream.close();
  });

  it('is closed for enrollers and strangers', async () => {
    const enroller = await rollcall.script('enroller');
    await enroller.refused(enroller.get('/check-ins/stream', 403), 'FORBIDDEN');
    const anyone = rollcall.anyone();
    await anyone.refused(anyone.get('/check-ins/stream', 401), 'UNAUTHENTICATED');
  });

  it('pings, so that no proxy takes it for dead', () => {
    jest.useFakeTimers();
    const types: unknown[] = [];
    const stream = rollcall.app
      .get(CheckInHistoryController)
      .stream({ kind: 'user', id: NOBODY, role: 'hr', email: 'hr@example.org' });
    const following = stream.subscribe(({ type }) => types.push(type));
    jest.advanceTimersByTime(41_000);
    following.unsubscribe();
    jest.useRealTimers();
    expect(types).toEqual(['ping', 'ping']);
  });
});
