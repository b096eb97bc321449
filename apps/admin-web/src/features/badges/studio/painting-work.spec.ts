import { stagesOf, workOf } from './painting-work.js';

describe('the work of a painting', () => {
  // What libs/vision's paintingStages gives for these, where the server lets it begin small.
  it.each([
    [256, 300, [[256, 300]]],
    [384, 300, [[384, 300]]],
    [
      512,
      90,
      [
        [256, 60],
        [512, 30],
      ],
    ],
    [
      768,
      300,
      [
        [192, 171],
        [384, 85],
        [768, 44],
      ],
    ],
    [
      1024,
      1200,
      [
        [256, 685],
        [512, 342],
        [1024, 173],
      ],
    ],
    [
      1024,
      2,
      [
        [512, 1],
        [1024, 1],
      ],
    ],
    [512, 1, [[512, 1]]],
  ])('is done at the sizes of the server: %d pixels, %d steps', (size, steps, stages) => {
    expect(stagesOf({ size, steps }).map((stage) => [stage.side, stage.steps])).toEqual(stages);
  });

  it.each([
    [256, 1],
    [384, 1],
    [512, 0.5],
    [768, 0.25],
    [1024, 0.25],
  ])('is, at %d pixels, %d of what all steps at that size would be', (size, share) => {
    expect(workOf({ size, steps: 300 }) / (300 * size ** 2)).toBeCloseTo(share, 1);
  });

  it('is done at one size where it goes on', () => {
    expect(stagesOf({ size: 1024, steps: 300, goesOn: true })).toEqual([{ side: 1024, steps: 300 }]);
  });

  it('has its most expensive steps at the end', () => {
    const effort = { size: 512, steps: 300 };
    expect(workOf(effort, 0, 200)).toBe(200 * 256 ** 2);
    expect(workOf(effort, 150, 250)).toBe(50 * 256 ** 2 + 50 * 512 ** 2);
    expect(workOf(effort, 300)).toBe(0);
  });
});
