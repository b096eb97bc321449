import { crowdingOf, shareOutside } from './surroundings.js';

const box = { x: 100, y: 100, width: 100, height: 140 };
const image = { width: 640, height: 480 };

describe('shareOutside', () => {
  it('is the share of the area beyond any edge', () => {
    expect(shareOutside({ box, image })).toBe(0);
    expect(shareOutside({ box: { x: 10.1, y: 20.3, width: 33.3, height: 44.7 }, image })).toBe(0);
    expect(shareOutside({ box: { ...box, x: -40 }, image })).toBeCloseTo(0.4, 9);
    expect(shareOutside({ box: { ...box, y: 480 - 35 }, image })).toBeCloseTo(0.75, 9);
    expect(shareOutside({ box: { ...box, x: -50, y: -70 }, image })).toBeCloseTo(0.75, 9);
  });

  it('is all of a box that lies beyond, and of one without an area', () => {
    expect(shareOutside({ box: { ...box, x: 700 }, image })).toBe(1);
    expect(shareOutside({ box: { ...box, width: 0 }, image })).toBe(1);
  });
});

describe('crowdingOf', () => {
  const crowding = (...others: Partial<typeof box>[]) =>
    crowdingOf({ box, others: others.map((other) => ({ ...box, ...other })) });

  it('is 0 where nobody is, or nobody within a face of width', () => {
    expect(crowding()).toBe(0);
    expect(crowding({ x: 300 })).toBe(0);
    expect(crowding({ y: 100 + 140 + 100 })).toBe(0);
  });

  it('is 1 for one as large or larger that touches or overlaps', () => {
    expect(crowding({ x: 200 })).toBe(1);
    expect(crowding({ x: 150 })).toBe(1);
    expect(crowding({ x: 200, width: 300 })).toBe(1);
  });

  it('falls with the gap and with the size', () => {
    expect(crowding({ x: 250 })).toBeCloseTo(0.5, 9);
    expect(crowding({ x: 200, width: 40 })).toBeCloseTo(0.4, 9);
    expect(crowding({ x: 230, y: 280 })).toBeCloseTo(0.5, 9); // 30 across and 40 down are 50 apart
    expect(crowding({ x: 0, width: 50 })).toBeCloseTo(0.25, 9);
  });

  it('is that of whoever crowds most', () => {
    expect(crowding({ x: 280 }, { x: 210 }, { x: 290 })).toBeCloseTo(0.9, 9);
  });
});
