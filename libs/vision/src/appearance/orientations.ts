import type { RgbImage } from '../rgb-image.js';
import { CENTRE, FACE_WINDOW } from './face-window.js';

/** Cells a side of the middle of the face, and directions in half a turn. */
export const CELLS = 5;
export const DIRECTIONS = 8;

export const ORIENTATION_LENGTH = CELLS * CELLS * DIRECTIONS;

/** Weaker edges than this many levels are noise. */
const FAINT_EDGE = 1;
const BINOMIAL = [1 / 16, 4 / 16, 6 / 16, 4 / 16, 1 / 16] as const;

/**
 * How strong the edges of each direction are in each cell of a face's middle: histograms of oriented gradients (Dalal
 * and Triggs, CVPR 2005), shared out between neighbouring cells and directions, so that a shift of a pixel or two changes little.
 * Square roots, as in Arandjelovic and Zisserman (CVPR 2012), keep single strong edges from drowning the others.
 *
 * @param aligned 112x112 crop on the ArcFace template
 * @returns unit vector (or zeros for a flat face), cell by cell
 */
export function orientations({ width, data }: RgbImage): Float32Array {
  const luma = smoothed(lumaOf(data), width);
  const histogram = new Float32Array(ORIENTATION_LENGTH);
  for (let y = 1; y < width - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      if (FACE_WINDOW[at] === 0) continue;
      const across = luma[at + 1]! - luma[at - 1]!;
      const down = luma[at + width]! - luma[at - width]!;
      const strength = Math.hypot(across, down);
      if (strength < FAINT_EDGE) continue;
      const [column, row] = [(x + 0.5 - CENTRE.x) / CENTRE.width, (y + 0.5 - CENTRE.y) / CENTRE.height];
      share(histogram, column, row, Math.atan2(down, across), strength * FACE_WINDOW[at]!);
    }
  }
  const rooted = histogram.map(Math.sqrt);
  const length = Math.sqrt(rooted.reduce((sum, value) => sum + value * value, 0)) || 1;
  return rooted.map((value) => value / length);
}

/** Adds an edge to the two nearest directions of the four nearest cells. @param x, y in shares of its middle */
function share(histogram: Float32Array, x: number, y: number, angle: number, strength: number): void {
  const direction = ((((angle / Math.PI) * DIRECTIONS) % DIRECTIONS) + DIRECTIONS) % DIRECTIONS;
  const [first, turned] = [Math.floor(direction) % DIRECTIONS, direction - Math.floor(direction)];
  const [column, row] = [x * CELLS - 0.5, y * CELLS - 0.5];
  for (const cellRow of [Math.floor(row), Math.floor(row) + 1]) {
    for (const cellColumn of [Math.floor(column), Math.floor(column) + 1]) {
      if (cellRow < 0 || cellColumn < 0 || cellRow >= CELLS || cellColumn >= CELLS) continue;
      const near = (1 - Math.abs(row - cellRow)) * (1 - Math.abs(column - cellColumn)) * strength;
      const from = (cellRow * CELLS + cellColumn) * DIRECTIONS;
      histogram[from + first]! += near * (1 - turned);
      histogram[from + ((first + 1) % DIRECTIONS)]! += near * turned;
    }
  }
}

function lumaOf(data: Uint8Array): Float32Array {
  return Float32Array.from(
    { length: data.length / 3 },
    (_, i) => 0.299 * data[3 * i]! + 0.587 * data[3 * i + 1]! + 0.114 * data[3 * i + 2]!,
  );
}

/** A binomial filter of five pixels, across and down; edges are continued. */
function smoothed(levels: Float32Array, width: number): Float32Array {
  const pass = (from: Float32Array, down: boolean) =>
    from.map((_, at) => {
      const [x, y] = [at % width, Math.trunc(at / width)];
      let sum = 0;
      for (let i = -2; i <= 2; i++) {
        const moved = Math.min(width - 1, Math.max(0, (down ? y : x) + i));
        sum += BINOMIAL[i + 2]! * from[down ? moved * width + x : y * width + moved]!;
      }
      return sum;
    });
  return pass(pass(levels, false), true);
}
