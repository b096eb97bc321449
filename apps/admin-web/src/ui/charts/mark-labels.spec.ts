import { placeLabels } from './mark-labels.js';

const PAPER = { from: 0, to: 350 };
const place = (...marks: [number, string][]) =>
  placeLabels(
    marks.map(([at, label]) => ({ at, label })),
    PAPER,
  );

describe('the labels of two marked values', () => {
  it('stand on the outer sides of their lines where there is room', () => {
    expect(place([150, 'in use 0.36'], [180, 'suggested 0.47'])).toEqual([
      { side: 'end', row: 0 },
      { side: 'start', row: 0 },
    ]);
  });

  it('stand one under the other where both have to go the same way', () => {
    expect(place([40, 'suggested 0.56'], [70, 'in use 0.64'])).toEqual([
      { side: 'start', row: 0 },
      { side: 'start', row: 1 },
    ]);
    expect(place([290, 'suggested 0.56'], [330, 'in use 0.64'])).toEqual([
      { side: 'end', row: 0 },
      { side: 'end', row: 1 },
    ]);
  });

  it('need more room in signs that are wide', () => {
    expect(place([90, '建议采用的阈值 0.56'], [200, '当前 0.64'])[0]).toEqual({ side: 'start', row: 0 });
    expect(place([130, '建议 0.56'], [140, '当前 0.64']).map(({ row }) => row)).toEqual([0, 0]);
  });

  it('has one alone stand to the right, unless that leaves the paper', () => {
    expect(place([40, 'in use 0.36'])).toEqual([{ side: 'start', row: 0 }]);
    expect(place([340, 'in use 0.36'])).toEqual([{ side: 'end', row: 0 }]);
  });
});
