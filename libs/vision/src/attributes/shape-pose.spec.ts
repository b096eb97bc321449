import { reduceTo5 } from '../detection/landmarks68.js';
import type { Point } from '../geometry.js';
import { estimateHeadPose } from '../quality/head-pose.js';
import { MEAN_SHAPE_68 } from './mean-shape68.js';
import { poseOfShape } from './shape-pose.js';

type Place = readonly [x: number, y: number, z: number];

/** The mean head looked at from afar: up by pitch, to the viewer's right by yaw, then clockwise by roll, in degrees. */
function look(yaw: number, pitch: number, roll: number): Place[] {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const turned = (degrees: number, one: number, other: number): Point => [
    one * Math.cos(radians(degrees)) - other * Math.sin(radians(degrees)),
    one * Math.sin(radians(degrees)) + other * Math.cos(radians(degrees)),
  ];
  return MEAN_SHAPE_68.map(([x, y, z]): Place => {
    const [down, near] = turned(pitch, y, z); // what is near moves up
    const [ahead, across] = turned(yaw, near, x); // and to the right
    const [column, row] = turned(roll, across, down);
    return [200 + 90 * column, 150 + 90 * row, ahead];
  });
}

describe('poseOfShape', () => {
  it('is nothing for the mean head itself', () => {
    const { yaw, pitch, roll } = poseOfShape(look(0, 0, 0));
    for (const angle of [yaw, pitch, roll]) expect(angle).toBeCloseTo(0, 8);
  });

  it.each([
    [30, 0, 0],
    [-55, 0, 0],
    [0, 25, 0],
    [0, -40, 0],
    [0, 0, 70],
    [0, 0, -120],
    [35, -20, 15],
    [-15, 10, -40],
  ])('recovers yaw %d, pitch %d, roll %d', (...angles) => {
    const { yaw, pitch, roll } = poseOfShape(look(...angles));
    [yaw, pitch, roll].forEach((angle, index) => expect(angle).toBeCloseTo(angles[index]!, 6));
  });

  it('has the signs that five landmarks of the same head give', () => {
    const straight = estimateHeadPose(fiveOf(look(0, 0, 0)));
    for (const [name, points] of Object.entries({
      yaw: look(30, 0, 0),
      pitch: look(0, 20, 0),
      roll: look(0, 0, 25),
    })) {
      const angle = name as 'yaw' | 'pitch' | 'roll';
      expect(poseOfShape(points)[angle]).toBeGreaterThan(15);
      expect(estimateHeadPose(fiveOf(points))[angle] - straight[angle]).toBeGreaterThan(10);
    }
  });

  it('takes depth for nothing', () => {
    const points = look(20, 10, 5);
    expect(poseOfShape(points.map(([x, y]) => [x, y, 0]))).toEqual(poseOfShape(points));
  });
});

const fiveOf = (points: readonly Place[]) => reduceTo5(points.map(([x, y]): Point => [x, y]));
