import { anAssignment } from '../../testing/attendance-samples.js';
import { idOf } from '../../testing/samples.js';
import { makeWay, runsOf } from './making-way.js';

const RUN = { from: '2026-03-03', to: '2026-03-04' };

describe('days that are assigned', () => {
  it('go together where they follow one another', () => {
    expect(runsOf(['2026-03-04', '2026-03-03', '2026-03-06'])).toEqual([
      RUN,
      { from: '2026-03-06', to: '2026-03-06' },
    ]);
  });

  it('leave what began before as it is: what begins later counts', () => {
    expect(makeWay([anAssignment({ from: '2026-03-01' })], RUN)).toEqual({ remove: [], create: [] });
  });

  it('take the place of what began within them, which goes on afterwards', () => {
    const short = anAssignment({ id: idOf(1), from: '2026-03-03', to: '2026-03-04' });
    const long = anAssignment({ id: idOf(2), from: '2026-03-04', to: null });
    const { remove, create } = makeWay([short, long], RUN);
    expect(remove).toEqual([idOf(1), idOf(2)]);
    expect(create).toMatchObject([{ personId: idOf(100), shiftId: idOf(900), from: '2026-03-05', to: null }]);
  });

  it('do not bring those who take turns out of turn', () => {
    const shiftIds = [idOf(1), idOf(2), null];
    const turns = (unit: 'day' | 'week', from: string, to: string) =>
      makeWay([anAssignment({ from, rotation: { unit, shiftIds } })], { from, to }).create[0]?.rotation
        ?.shiftIds;
    expect(turns('day', '2026-03-03', '2026-03-04')).toEqual([null, idOf(1), idOf(2)]);
    expect(turns('week', '2026-03-03', '2026-03-04')).toEqual(shiftIds);
    expect(turns('week', '2026-03-03', '2026-03-08')).toEqual([idOf(2), null, idOf(1)]);
  });
});
