import { bpcerAt, equalError, errorCurve, errorsAt } from './presentation-attacks.js';

const LIVE = [0.9, 0.8, 0.7, 0.3];
const PRINTS = { kind: 'prints', scores: [0.1, 0.2] };
const SCREENS = { kind: 'screens', scores: [0.1, 0.5, 0.6, 0.75] };

describe('errors of liveness', () => {
  it('count attacks by the kind that passes most often, not over all', () => {
    expect(errorsAt(LIVE, [PRINTS, SCREENS], 0.5)).toEqual({ threshold: 0.5, apcer: 0.75, bpcer: 0.25 });
    expect(errorsAt(LIVE, [PRINTS], 0.5)).toEqual({ threshold: 0.5, apcer: 0, bpcer: 0.25 });
  });

  it('take a score on the threshold for alive', () => {
    expect(errorsAt([0.5], [{ kind: 'x', scores: [0.5] }], 0.5)).toMatchObject({ apcer: 1, bpcer: 0 });
  });

  it('run from every attack passing to nobody living passing', () => {
    const curve = errorCurve(LIVE, [PRINTS, SCREENS]);
    expect(curve[0]).toEqual({ threshold: 0, apcer: 1, bpcer: 0 });
    expect(curve.at(-1)).toMatchObject({ apcer: 0, bpcer: 1 });
    const apcers = curve.map(({ apcer }) => apcer);
    expect(apcers).toEqual([...apcers].sort((a, b) => b - a));
  });

  it('meet somewhere, and have a price', () => {
    const curve = errorCurve(LIVE, [SCREENS]);
    expect(equalError(curve)).toMatchObject({ apcer: 0.25, bpcer: 0.25 });
    expect(bpcerAt(curve, 0.1)).toMatchObject({ apcer: 0, bpcer: 0.5 });
  });
});
