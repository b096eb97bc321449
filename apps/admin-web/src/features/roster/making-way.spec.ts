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
    expect(makeWay([anAssignment({ from: '2026-03-01' })], RUN)).toEqual({ remove: [], runs: [RUN] });
  });

  it('leave what begins with them and goes on as it is: what ends first counts', () => {
    const standing = [
      anAssignment({ from: '2026-03-03' }),
      anAssignment({ from: '2026-03-03', to: '2026-03-05' }),
    ];
    expect(makeWay(standing, RUN)).toEqual({ remove: [], runs: [RUN] });
  });

  it('take the place of what lies within them', () => {
    const within = [
      anAssignment({ id: idOf(1), from: '2026-03-03', to: '2026-03-04' }),
      anAssignment({ id: idOf(2), from: '2026-03-04', to: '2026-03-04' }),
    ];
    expect(makeWay(within, RUN)).toEqual({ remove: [idOf(1), idOf(2)], runs: [RUN] });
  });

  it('begin anew with what begins among them and goes on', () => {
    const standing = [
      anAssignment({ from: '2026-03-04' }),
      anAssignment({ from: '2026-03-04', to: '2026-03-06' }),
    ];
    expect(makeWay(standing, RUN)).toEqual({
      remove: [],
      runs: [
        { from: '2026-03-03', to: '2026-03-03' },
        { from: '2026-03-04', to: '2026-03-04' },
      ],
    });
  });
});
