import { paintingStages, scaledTo } from './painting-sizes.js';

describe('scaledTo', () => {
  it('keeps the proportions', () => {
    expect(scaledTo(512, { width: 300, height: 400 })).toEqual({ width: 384, height: 512 });
    expect(scaledTo(64, { width: 64, height: 64 })).toEqual({ width: 64, height: 64 });
  });

  it('refuses a strip', () => {
    expect(() => scaledTo(256, { width: 4000, height: 100 })).toThrow('256 x 6: crop it');
  });
});

describe('paintingStages', () => {
  it('has one size unless it goes from coarse to fine, or where there is nothing coarser', () => {
    expect(paintingStages(512, 100, false)).toEqual([{ longer: 512, evaluations: 100 }]);
    expect(paintingStages(300, 100, true)).toEqual([{ longer: 300, evaluations: 100 }]);
  });

  it('gives most evaluations to the coarse sizes, and all of them away', () => {
    expect(paintingStages(512, 90, true)).toEqual([
      { longer: 256, evaluations: 60 },
      { longer: 512, evaluations: 30 },
    ]);
    for (const evaluations of [1, 2, 3, 4, 5, 50, 401]) {
      const stages = paintingStages(1024, evaluations, true);
      expect(stages.at(-1)?.longer).toBe(1024);
      expect(stages.every((stage) => stage.evaluations >= 1)).toBe(true);
      expect(stages.reduce((sum, stage) => sum + stage.evaluations, 0)).toBe(evaluations);
    }
    expect(paintingStages(1024, 50, true).map(({ longer }) => longer)).toEqual([256, 512, 1024]);
  });
});
