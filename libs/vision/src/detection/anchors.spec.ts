import { anchorCentre, anchorCount } from './anchors.js';

describe('anchors', () => {
  it('counts two a cell: 12800, 3200 and 800 at 640x640', () => {
    expect([8, 16, 32].map((stride) => anchorCount(640, 640, stride))).toEqual([12800, 3200, 800]);
  });

  it('centres both anchors of a cell on its corner, cells row by row', () => {
    expect(anchorCentre(0, 80, 8)).toEqual([0, 0]);
    expect(anchorCentre(1, 80, 8)).toEqual([0, 0]);
    expect(anchorCentre(2, 80, 8)).toEqual([8, 0]);
    expect(anchorCentre(160, 80, 8)).toEqual([0, 8]);
    expect(anchorCentre(2 * (14 * 20 + 3) + 1, 20, 32)).toEqual([96, 448]);
  });
});
