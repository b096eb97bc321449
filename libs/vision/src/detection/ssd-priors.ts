import type { Box } from '../geometry.js';

/** A feature map: pixels of the canvas per cell, and the boxes each cell starts from as [height, width] in pixels. */
interface PriorMap {
  readonly stride: number;
  readonly shapes: readonly (readonly [height: number, width: number])[];
}

const TRAINED_SIDE = 512;
/** Box side as a share of the canvas, per map, evenly spaced; the last one only serves the map before it. */
const SCALES = [0.2, 0.35, 0.5, 0.65, 0.8, 0.95, 1].map((scale) => scale * TRAINED_SIDE);

function shape(side: number, aspect: number): readonly [number, number] {
  return [side / Math.sqrt(aspect), side * Math.sqrt(aspect)];
}

/**
 * The prior boxes of SSD (Liu et al., arXiv:1512.02325, section 2.2) with the settings of TensorFlow's detector that
 * face-api.js comes from: six maps, three small boxes a cell on the first, then a square, a square between this scale
 * and the next, and aspects 2, 1/2, 3, 1/3.
 */
const MAPS: readonly PriorMap[] = SCALES.slice(0, 6).map((scale, level) => {
  const stride = 16 * 2 ** level;
  if (level === 0) return { stride, shapes: [shape(scale / 2, 1), shape(scale, 2), shape(scale, 1 / 2)] };
  const between = Math.sqrt(scale * (SCALES[level + 1] as number));
  const aspects = [2, 1 / 2, 3, 1 / 3].map((aspect) => shape(scale, aspect));
  return { stride, shapes: [shape(scale, 1), shape(between, 1), ...aspects] };
});

/** A box the network corrects: its centre and size in pixels of the canvas. */
export interface Prior {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Rows of the network's outputs for a canvas of this size. */
export function priorCount(width: number, height: number): number {
  return MAPS.reduce((sum, map) => sum + cells(map, width) * cells(map, height) * map.shapes.length, 0);
}

/**
 * The prior that a row of the outputs belongs to; rows are ordered by map, row, column, shape.
 *
 * @throws {RangeError} for a row that the canvas does not have
 */
export function priorAt(row: number, width: number, height: number): Prior {
  let left = row;
  for (const map of MAPS) {
    const [columns, shapes] = [cells(map, width), map.shapes.length];
    const count = columns * cells(map, height) * shapes;
    if (left < count) {
      const cell = Math.trunc(left / shapes);
      const [tall, wide] = map.shapes[left % shapes] as readonly [number, number];
      const x = ((cell % columns) + 0.5) * map.stride;
      return { x, y: (Math.trunc(cell / columns) + 0.5) * map.stride, width: wide, height: tall };
    }
    left -= count;
  }
  throw new RangeError(`A canvas of ${width} x ${height} has no prior ${row}.`);
}

function cells({ stride }: PriorMap, length: number): number {
  return Math.ceil(length / stride);
}

/**
 * The box that an encoding means: centre = prior's centre + code / 10 * its size, size = its size * exp(code / 5).
 *
 * @param codes rows of (y, x, height, width)
 * @returns pixels of the canvas
 */
export function decodePrior(prior: Prior, codes: Float32Array, row: number): Box {
  const code = (index: number) => codes[row * 4 + index] as number;
  const height = prior.height * Math.exp(code(2) / 5);
  const width = prior.width * Math.exp(code(3) / 5);
  const y = prior.y + (code(0) / 10) * prior.height - height / 2;
  const x = prior.x + (code(1) / 10) * prior.width - width / 2;
  return { x, y, width, height };
}
