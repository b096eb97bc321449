import { aBadge } from '../../../testing/badge-samples.js';
import { aJob } from '../../../testing/oversight-samples.js';
import { idOf } from '../../../testing/samples.js';
import { paceOf, secondsFor, secondsLeft } from './pace.js';

const painted = (number: number, seconds: number, change = {}) =>
  aJob({
    id: idOf(number),
    kind: 'badges.render',
    state: 'completed',
    steps: 100,
    startedAt: '2026-03-02T08:00:00Z',
    finishedAt: new Date(Date.parse('2026-03-02T08:00:00Z') + 1_000 * seconds).toISOString(),
    ...change,
  });
const small = { ...aBadge().settings, size: 100, steps: 100 };
const badges = [1, 2, 3].map((number) => aBadge({ jobId: idOf(number), settings: small }));

describe('how long a portrait takes', () => {
  it('goes by what portraits took here', () => {
    const pace = paceOf([painted(1, 10), painted(2, 20), painted(3, 500)], badges);
    expect(secondsFor({ size: 100, steps: 50 }, pace)).toBeCloseTo(10);
    expect(secondsFor({ size: 200, steps: 100 }, pace)).toBeCloseTo(80);
  });

  it('leaves out what says nothing of the pace: presets, second attempts, what was stopped', () => {
    const nothing = [
      painted(1, 1, { steps: undefined }),
      painted(2, 1, { attempts: 2 }),
      painted(3, 1, { state: 'cancelled' }),
    ];
    expect(paceOf(nothing, badges)).toBe(paceOf([], []));
  });

  it('is told from what was seen since the page was opened', () => {
    expect(secondsLeft({ step: 40, at: 5_000 }, { step: 41, at: 6_000 }, small)).toBeNull();
    expect(secondsLeft({ step: 40, at: 5_000 }, { step: 60, at: 15_000 }, small)).toBe(20);
  });

  it('counts the steps at a small size for less', () => {
    const large = { size: 512, steps: 300 };
    const sketch = aBadge({ jobId: idOf(1), settings: { ...aBadge().settings, ...large } });
    const pace = paceOf([painted(1, 60, { steps: 300 })], [sketch]);
    expect(secondsFor(large, pace)).toBeCloseTo(60);
    expect(secondsFor({ size: 256, steps: 300 }, pace)).toBeCloseTo(30);
    // 100 steps of a quarter of the pixels took 10 s: as many again take 10 s, the last 100 take 40 s.
    expect(secondsLeft({ step: 0, at: 0 }, { step: 100, at: 10_000 }, large)).toBeCloseTo(50);
  });
});
