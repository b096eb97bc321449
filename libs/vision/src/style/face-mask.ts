import type { FiveLandmarks, Point } from '../geometry.js';

/** Shares for each pixel of a picture, row by row. */
export interface Mask {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The ellipse of a face in shares of the distance from the eyes to the mouth, or of that between the eyes. */
const CENTRE_BELOW_EYES = 0.35;
const HALF_HEIGHT = 1.5;
const HALF_WIDTH = 1.1;
/** A face turned aside has its eyes close together: they are taken for no closer than this share of eyes to mouth. */
const LEAST_EYE_DISTANCE = 0.85;
/** In radii of the ellipse: all of a face inside, nothing outside, a smooth step between. */
const INNER = 0.75;
const OUTER = 1.25;

/**
 * Where a face lies: 1 inside an ellipse from forehead to chin, upright along the line from the eyes to the mouth,
 * falling smoothly to 0 around it.
 *
 * @param landmarks in pixels of the picture
 */
export function faceMask(landmarks: FiveLandmarks, width: number, height: number): Mask {
  const [leftEye, rightEye, , leftMouth, rightMouth] = landmarks;
  const eyes = middle(leftEye, rightEye);
  const mouth = middle(leftMouth, rightMouth);
  const [downX, downY] = [mouth[0] - eyes[0], mouth[1] - eyes[1]];
  const tall = Math.hypot(downX, downY);
  const wide = Math.max(
    Math.hypot(rightEye[0] - leftEye[0], rightEye[1] - leftEye[1]),
    tall * LEAST_EYE_DISTANCE,
  );
  const centre = [eyes[0] + downX * CENTRE_BELOW_EYES, eyes[1] + downY * CENTRE_BELOW_EYES] as const;
  const data = new Float32Array(width * height);
  for (let i = 0; i < data.length; i++) {
    const x = (i % width) + 0.5 - centre[0];
    const y = Math.trunc(i / width) + 0.5 - centre[1];
    const along = (x * downX + y * downY) / (tall * tall * HALF_HEIGHT);
    const across = (y * downX - x * downY) / (tall * wide * HALF_WIDTH);
    data[i] = 1 - smoothStep((Math.hypot(along, across) - INNER) / (OUTER - INNER));
  }
  return { width, height, data };
}

const middle = (one: Point, other: Point): Point => [(one[0] + other[0]) / 2, (one[1] + other[1]) / 2];

function smoothStep(share: number): number {
  const x = Math.min(1, Math.max(0, share));
  return x * x * (3 - 2 * x);
}

/** Means over 2x2 pixels; an odd last row or column is left out, as the network's pooling does. */
export function halved({ width, height, data }: Mask): Mask {
  const [halfWidth, halfHeight] = [Math.floor(width / 2), Math.floor(height / 2)];
  const half = new Float32Array(halfWidth * halfHeight);
  for (let i = 0; i < half.length; i++) {
    const at = Math.trunc(i / halfWidth) * 2 * width + (i % halfWidth) * 2;
    const [above, below] = [(data[at] as number) + (data[at + 1] as number), at + width];
    half[i] = (above + (data[below] as number) + (data[below + 1] as number)) / 4;
  }
  return { width: halfWidth, height: halfHeight, data: half };
}

/** How much more the content counts in a face that is protected as well as can be. */
const CONTENT_GAIN = 3;
/** How much less the style counts there; not all of it, so that a picture full of face still has a style. */
const STYLE_LOSS = 0.95;

/** How much the content counts at each pixel: 1 outside of the face, up to 4 inside. `protection` is 0 to 1. */
export function contentShares({ data }: Mask, protection: number): Float32Array {
  return data.map((share) => 1 + CONTENT_GAIN * protection * share);
}

/** How much the style counts at each pixel, mean 1: less in the face, and more outside. `protection` is 0 to 1. */
export function styleShares({ data }: Mask, protection: number): Float32Array {
  const shares = data.map((share) => 1 - STYLE_LOSS * protection * share);
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return shares.map((share) => share / mean);
}
