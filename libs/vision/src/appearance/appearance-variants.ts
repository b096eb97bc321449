import { CELLS, DIRECTIONS, ORIENTATION_LENGTH } from './orientations.js';

/**
 * How a face looks, and how it would look in a mirror, without its colours, and both: what a picture editor makes of a
 * picture at a click. None of them needs another look at the picture.
 *
 * @param appearance as `describeAppearance` gave it
 * @returns unit vectors of the same length, the appearance itself first
 */
export function appearanceVariants(appearance: Float32Array): Float32Array[] {
  const grey = withoutColours(appearance);
  return [appearance, mirrored(appearance), grey, mirrored(grey)];
}

/** The columns of cells change places, edges lean the other way, waves of odd number across are turned over. */
function mirrored(appearance: Float32Array): Float32Array {
  return appearance.map((value, at) => {
    if (at >= ORIENTATION_LENGTH) return (at - ORIENTATION_LENGTH) % 2 === 0 ? value : -value;
    const [cell, direction] = [Math.trunc(at / DIRECTIONS), at % DIRECTIONS];
    const [row, column] = [Math.trunc(cell / CELLS), cell % CELLS];
    const from = (row * CELLS + (CELLS - 1 - column)) * DIRECTIONS + ((DIRECTIONS - direction) % DIRECTIONS);
    return appearance[from]!;
  });
}

/** Edges are measured on luma, which a grey copy shares. */
function withoutColours(appearance: Float32Array): Float32Array {
  const edges = appearance.map((value, at) => (at < ORIENTATION_LENGTH ? value : 0));
  const length = Math.sqrt(edges.reduce((sum, value) => sum + value * value, 0)) || 1;
  return edges.map((value) => value / length);
}
