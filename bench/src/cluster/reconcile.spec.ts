import { randomUUID } from 'node:crypto';
import type { CheckInAnswer } from '@rollcall/contracts';
import type { Acknowledged } from './kiosk.js';
import { compare, type Row } from './reconcile.js';

const PERSON = { id: randomUUID(), name: 'Ada', employeeNo: '1' };
const AT = '2026-01-01T07:00:00.000Z';

/** A frame that was matched, as the kiosk was told of it. */
function told(): Acknowledged {
  const answer: CheckInAnswer = {
    id: randomUUID(),
    decision: 'matched',
    method: 'face',
    person: PERSON,
    direction: 'in',
    reasons: [],
    capturedAt: AT,
    receivedAt: AT,
    late: false,
    localTime: '2026-01-01T08:00:00',
    site: { id: randomUUID(), timeZone: 'Europe/Berlin' },
    timings: { decode: 1, detect: 1, liveness: 0, embed: 1, search: 1, total: 4, inference: 2 },
  };
  const key = randomUUID();
  return { deviceId: 'kiosk', key, replayed: false, answer, sentAt: 0, answeredAt: 1, faults: [] };
}

const rowOf = ({ answer }: Acknowledged): Row => ({
  id: answer.id,
  decision: 'matched',
  personId: PERSON.id,
  frame: true,
  punches: 1,
  punchOf: PERSON.id,
});
const keptOf = ({ key, answer }: Acknowledged) => ({ key, answer });

describe('reconciling', () => {
  const frames = [told(), told(), told()] as const;
  const rows = frames.map(rowOf);
  const kept = frames.map(keptOf);
  const nothing = {
    lost: { checkIns: 0, punches: 0, frames: 0, answers: 0 },
    surplus: { checkIns: 0, punches: 0, answers: 0 },
    shared: 0,
  };

  it('finds nothing where all is there once', () => {
    const counts = { acknowledged: 3, replayed: 0, checkIns: 3, punches: 3 };
    expect(compare(frames, rows, kept)).toEqual({ ...counts, ...nothing });
  });

  it('finds an acknowledged check-in that is not in the database', () => {
    const { lost } = compare(frames, rows.slice(1), kept);
    expect(lost).toEqual({ checkIns: 1, punches: 1, frames: 1, answers: 0 });
  });

  it('finds a check-in of somebody else, and one without its punch', () => {
    const [first, second, third] = rows as [Row, Row, Row];
    const changed = [{ ...first, personId: randomUUID() }, { ...second, punches: 0, punchOf: null }, third];
    const { lost, surplus } = compare(frames, changed, kept);
    expect(lost).toMatchObject({ checkIns: 1, punches: 1 });
    expect(surplus.punches).toBe(1);
  });

  it('finds a frame that was counted twice', () => {
    const twice = { ...rows[0]!, id: randomUUID() };
    expect(compare(frames, [...rows, twice], kept).surplus).toMatchObject({ checkIns: 1 });
  });

  it('finds a second punch of one check-in', () => {
    const [first, ...others] = rows as [Row, ...Row[]];
    expect(compare(frames, [{ ...first, punches: 2 }, ...others], kept).surplus.punches).toBe(1);
  });

  it('finds two frames that were answered with one check-in', () => {
    const [first, second, third] = frames;
    const same = { ...second, answer: first.answer };
    const all = [first, same, third];
    expect(compare(all, all.map(rowOf), all.map(keptOf)).shared).toBe(1);
  });

  it('finds an answer that was not kept, is another by now, or belongs to nobody', () => {
    const [, second, third] = kept as [(typeof kept)[0], (typeof kept)[0], (typeof kept)[0]];
    const other = { ...second, answer: { ...second.answer, late: true } };
    const { lost, surplus } = compare(frames, rows, [other, third, { key: 'nobody', answer: third.answer }]);
    expect(lost.answers).toBe(2);
    expect(surplus.answers).toBe(1);
  });
});
