import type { HeadPose } from '../quality/head-pose.js';
import { MEAN_SHAPE_68 } from './mean-shape68.js';

type Vector = readonly [x: number, y: number, z: number];

const DEGREES = 180 / Math.PI;

type Matrix = readonly [Vector, Vector, Vector];

const MEAN = meanOf(MEAN_SHAPE_68);
const CENTRED = MEAN_SHAPE_68.map((point) => minus(point, MEAN));

/** What undoes the spread of the mean shape in a least-squares fit: the inverse of its points' second moments. */
const INVERSE_SPREAD = inverse([
  sumOf(CENTRED.map((point) => scaled(point, point[0]))),
  sumOf(CENTRED.map((point) => scaled(point, point[1]))),
  sumOf(CENTRED.map((point) => scaled(point, point[2]))),
]);

/**
 * Head pose from iBUG's 68 points: the affine camera that carries the mean shape onto them with the least squared error,
 * made a rotation, and its angles (insightface, `estimate_affine_matrix_3d23d`, `P2sRt`, `matrix2angle`). Depth takes no
 * part: the third row of the rotation is the cross product of the others. The angles' signs are those of the house as
 * they are, since the mean shape has x to the right, y down and z towards the viewer.
 *
 * @param points 68 of them, x and y in pixels of the image
 */
export function poseOfShape(points: readonly Vector[]): HeadPose {
  const across = unit(fitRow(points.map(([x]) => x)));
  const down = unit(fitRow(points.map(([, y]) => y)));
  const depth = cross(across, down);
  return {
    yaw: Math.atan2(-depth[0], Math.hypot(across[0], down[0])) * DEGREES,
    pitch: Math.atan2(depth[1], depth[2]) * DEGREES,
    roll: Math.atan2(down[0], across[0]) * DEGREES,
  };
}

/** Least squares of `row . point = value` over the centred mean shape; it sums to zero, so the values need no centring. */
function fitRow(values: readonly number[]): Vector {
  const moments = sumOf(CENTRED.map((point, index) => scaled(point, values[index] as number)));
  const [a, b, c] = INVERSE_SPREAD;
  return [dot(a, moments), dot(b, moments), dot(c, moments)];
}

/** Of a symmetric matrix: its rows' cross products over its determinant. */
function inverse([a, b, c]: Matrix): Matrix {
  const share = 1 / dot(a, cross(b, c));
  return [scaled(cross(b, c), share), scaled(cross(c, a), share), scaled(cross(a, b), share)];
}

function meanOf(points: readonly Vector[]): Vector {
  return scaled(sumOf(points), 1 / points.length);
}

function sumOf(points: readonly Vector[]): Vector {
  return points.reduce<Vector>((sum, [x, y, z]) => [sum[0] + x, sum[1] + y, sum[2] + z], [0, 0, 0]);
}

function minus([x, y, z]: Vector, [u, v, w]: Vector): Vector {
  return [x - u, y - v, z - w];
}

function scaled([x, y, z]: Vector, by: number): Vector {
  return [x * by, y * by, z * by];
}

function dot([x, y, z]: Vector, [u, v, w]: Vector): number {
  return x * u + y * v + z * w;
}

function cross([x, y, z]: Vector, [u, v, w]: Vector): Vector {
  return [y * w - z * v, z * u - x * w, x * v - y * u];
}

function unit(vector: Vector): Vector {
  return scaled(vector, 1 / (Math.hypot(...vector) || 1));
}
