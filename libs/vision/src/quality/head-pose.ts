import type { FiveLandmarks } from '../geometry.js';

/** Where a head points, in degrees; the signs are those of `FaceQuality`. */
export interface HeadPose {
  /** Positive when the face turns towards the viewer's right. */
  readonly yaw: number;
  /** Positive when the face looks up. */
  readonly pitch: number;
  /** Positive when the head leans clockwise as the viewer sees it. */
  readonly roll: number;
}

type Vector = readonly [x: number, y: number, z: number];

/**
 * The five points on a mean head in centimetres, x to the viewer's right, y up, z towards the viewer: MediaPipe's
 * canonical face model (Apache-2.0), vertices 33|133, 362|263 (middle of each eye), 1 (nose tip), 61, 291 (mouth).
 */
const HEAD: readonly Vector[] = [
  [-3.151147, 2.624618, 3.465663],
  [3.151147, 2.624618, 3.465663],
  [0, -1.126865, 7.475604],
  [-2.456206, -4.342621, 4.283884],
  [2.456206, -4.342621, 4.283884],
];

/**
 * Degrees that the fit reads on faces that look straight ahead: detectors set the nose point lower than the model's
 * nose tip. About the median over the 428 frontal and LFW sample photos, subtracted.
 */
const PITCH_OFFSET = -5;

const DEGREES = 180 / Math.PI;

/**
 * Head pose from five landmarks by scaled orthographic projection (POS, the first step of POSIT; DeMenthon and Davis,
 * IJCV 1995): the rows of the projection are fitted by least squares and made unit length. Good for judging a face;
 * no measurement: beyond about 45 degrees of yaw the landmarks of the far side are guesses of the detector.
 */
export function estimateHeadPose(landmarks: FiveLandmarks): HeadPose {
  const right = unit(fitRow(landmarks.map(([x]) => x)));
  const up = unit(fitRow(landmarks.map(([, y]) => -y)));
  const [sideways, upwards] = [right[2], up[2]];
  const towardsViewer = right[0] * up[1] - right[1] * up[0];
  return {
    yaw: Math.atan2(sideways, towardsViewer) * DEGREES,
    pitch: Math.asin(Math.max(-1, Math.min(1, upwards))) * DEGREES - PITCH_OFFSET,
    roll: Math.atan2(-up[0], right[0]) * DEGREES,
  };
}

const CENTRED = centre(HEAD);

/** Least squares of `row . point = value` over the centred points. The model is symmetric, so x stands alone. */
function fitRow(values: readonly number[]): Vector {
  let [xx, yy, yz, zz, xv, yv, zv] = [0, 0, 0, 0, 0, 0, 0];
  for (const [index, [x, y, z]] of CENTRED.entries()) {
    const value = values[index] as number; // the centred points sum to zero, so the values need no centring
    xx += x * x;
    yy += y * y;
    yz += y * z;
    zz += z * z;
    xv += x * value;
    yv += y * value;
    zv += z * value;
  }
  const determinant = yy * zz - yz * yz;
  return [xv / xx, (zz * yv - yz * zv) / determinant, (yy * zv - yz * yv) / determinant];
}

function centre(points: readonly Vector[]): Vector[] {
  const [meanX, meanY, meanZ] = [0, 1, 2].map(
    (axis) => points.reduce((sum, point) => sum + (point[axis] as number), 0) / points.length,
  ) as [number, number, number];
  return points.map(([x, y, z]) => [x - meanX, y - meanY, z - meanZ]);
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
