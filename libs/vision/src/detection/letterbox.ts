import type { RgbImage } from '../rgb-image.js';

/** How an image lies in a network's canvas: scaled by `scale` into its top-left corner, the rest is padding. */
export interface Letterbox {
  /** Canvas pixels per image pixel, the same for both axes. */
  readonly scale: number;
  /** Size of the scaled image in canvas pixels. */
  readonly innerWidth: number;
  readonly innerHeight: number;
  /** Size of the canvas in pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * Canvas pixels of black kept beside the image. With less, a face at the image's edge is seen differently than in the
 * full square: at 320, 62 of 667 sample embeddings fell under a cosine of 0.999 to insightface's with 0 pixels, 13
 * with 32, 2 with 64 (and none of 186 at 640 with any).
 */
const MARGIN = 64;

/**
 * Fits an image into a square of `side` pixels as insightface does (`SCRFD.detect`), and cuts from the square what
 * would be nothing but padding, down to a multiple of `multiple`: a 16:9 frame needs 70 % of the square's work.
 */
export function fitLetterbox(image: RgbImage, side: number, multiple: number): Letterbox {
  const ratio = image.height / image.width;
  const innerHeight = Math.max(1, ratio > 1 ? side : Math.trunc(side * ratio));
  const innerWidth = Math.max(1, ratio > 1 ? Math.trunc(side / ratio) : side);
  const canvas = (length: number) => Math.min(side, Math.ceil((length + MARGIN) / multiple) * multiple);
  return {
    scale: innerHeight / image.height,
    innerWidth,
    innerHeight,
    width: canvas(innerWidth),
    height: canvas(innerHeight),
  };
}

/** For each target coordinate of one axis: offsets of the two source samples and the weight of the second. */
interface AxisSampling {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** In 2048ths. */
  readonly weight: Int32Array;
}

/** Where OpenCV's `resize(INTER_LINEAR)` reads: pixel centres at halves, clamped at the edges. */
function sampleAxis(source: number, target: number, step: number): AxisSampling {
  const [first, second, weight] = [new Int32Array(target), new Int32Array(target), new Int32Array(target)];
  for (let index = 0; index < target; index++) {
    const position = Math.min(Math.max((index + 0.5) * (source / target) - 0.5, 0), source - 1);
    const floor = Math.trunc(position);
    first[index] = floor * step;
    second[index] = Math.min(floor + 1, source - 1) * step;
    weight[index] = Math.round((position - floor) * 2048);
  }
  return { first, second, weight };
}

/**
 * The scaled image as a network wants it: planar (CHW, R then G then B), each 8-bit value replaced by its entry in
 * `levels`, padding by the entry of black. Bilinear in the fixed-point arithmetic of OpenCV's `resize(INTER_LINEAR)`,
 * truncations included, so that the detector sees the very pixels it would see behind insightface: where two anchors
 * score nearly the same, one grey level decides which of them wins.
 *
 * @param levels 256 floats: the network's input for each 8-bit value
 * @returns `3 * height * width` floats
 */
export function letterboxPlanes(image: RgbImage, box: Letterbox, levels: Float32Array): Float32Array {
  const { data } = image;
  const plane = box.width * box.height;
  const planes = new Float32Array(plane * 3).fill(levels[0] as number);
  const columns = sampleAxis(image.width, box.innerWidth, 3);
  const rows = sampleAxis(image.height, box.innerHeight, image.width * 3);
  for (let row = 0; row < box.innerHeight; row++) {
    const upper = rows.first[row] as number;
    const lower = rows.second[row] as number;
    const down = rows.weight[row] as number;
    let target = row * box.width;
    for (let column = 0; column < box.innerWidth; column++, target++) {
      const left = columns.first[column] as number;
      const right = columns.second[column] as number;
      const across = columns.weight[column] as number;
      for (let channel = 0; channel < 3; channel++) {
        const a = data[upper + left + channel] as number;
        const b = data[upper + right + channel] as number;
        const c = data[lower + left + channel] as number;
        const d = data[lower + right + channel] as number;
        const above = ((a << 11) + (b - a) * across) >> 4;
        const below = ((c << 11) + (d - c) * across) >> 4;
        const level = (((above * (2048 - down)) >> 16) + ((below * down) >> 16) + 2) >> 2;
        planes[target + channel * plane] = levels[level] as number;
      }
    }
  }
  return planes;
}
