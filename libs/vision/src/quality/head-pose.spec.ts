import type { FiveLandmarks, Point } from '../geometry.js';
import { estimateHeadPose } from './head-pose.js';

const HEAD = [
  [-3.151147, 2.624618, 3.465663],
  [3.151147, 2.624618, 3.465663],
  [0, -1.126865, 7.475604],
  [-2.456206, -4.342621, 4.283884],
  [2.456206, -4.342621, 4.283884],
] as const;

/** The mean head looked at orthographically: turned by yaw, then pitch, then roll, 10 px a centimetre at (200, 150). */
function look(yaw: number, pitch: number, roll: number): FiveLandmarks {
  const [y, p, r] = [yaw, pitch, roll].map((degrees) => (degrees * Math.PI) / 180) as [
    number,
    number,
    number,
  ];
  return HEAD.map(([hx, hy, hz]): Point => {
    const tilted = { up: hy * Math.cos(p) + hz * Math.sin(p), ahead: hz * Math.cos(p) - hy * Math.sin(p) };
    const across = hx * Math.cos(y) + tilted.ahead * Math.sin(y);
    const x = across * Math.cos(r) + tilted.up * Math.sin(r);
    const up = -across * Math.sin(r) + tilted.up * Math.cos(r);
    return [200 + 10 * x, 150 - 10 * up];
  }) as unknown as FiveLandmarks;
}

/** What the offset for detectors adds to every pitch. */
const straightPitch = estimateHeadPose(look(0, 0, 0)).pitch;

describe('estimateHeadPose', () => {
  it('reads a face that looks ahead as yaw and roll 0', () => {
    const { yaw, roll } = estimateHeadPose(look(0, 0, 0));
    expect(yaw).toBeCloseTo(0, 6);
    expect(roll).toBeCloseTo(0, 6);
    expect(straightPitch).toBeCloseTo(5, 6);
  });

  it.each([
    [25, 0, 0],
    [-40, 0, 0],
    [70, 0, 0],
    [0, 20, 0],
    [0, -30, 0],
    [0, 0, 35],
    [0, 0, -80],
  ])('recovers yaw %d, pitch %d, roll %d', (yaw, pitch, roll) => {
    const found = estimateHeadPose(look(yaw, pitch, roll));
    expect(found.yaw).toBeCloseTo(yaw, 4);
    expect(found.pitch - straightPitch).toBeCloseTo(pitch, 4);
    expect(found.roll).toBeCloseTo(roll, 4);
  });

  it('mirrors: the mirrored face has the opposite yaw and roll', () => {
    const landmarks = look(20, 10, 12);
    const mirror = ([x, y]: Point): Point => [400 - x, y];
    const [le, re, nose, lm, rm] = landmarks;
    const one = estimateHeadPose(landmarks);
    const other = estimateHeadPose([mirror(re), mirror(le), mirror(nose), mirror(rm), mirror(lm)]);
    expect(other.yaw).toBeCloseTo(-one.yaw, 6);
    expect(other.roll).toBeCloseTo(-one.roll, 6);
    expect(other.pitch).toBeCloseTo(one.pitch, 6);
  });
});
