import { cosineBasis } from './cosines.js';
import { FACE_WINDOW } from './face-window.js';

/** Squares a side into which the colours of the aligned face are averaged. */
const COLOUR_CELLS = 14;
/** Waves of colour that are kept; an even number, so that the waves of odd number across have odd places. */
const COLOUR_WAVES = 4;
/** Pixels that count, together. */
const SHOWN = FACE_WINDOW.reduce((sum, weight) => sum + weight, 0);

/** Blue and red differences of BT.601, from R, G and B. */
export const TINTS = [
  [-0.169, -0.331, 0.5],
  [0.5, -0.419, -0.081],
] as const;

/** Length below which the waves of a face count as hardly coloured: twelve levels, root mean square. */
export const FAINT_COLOUR = 12 * COLOUR_CELLS;

export const COLOUR_LENGTH = TINTS.length * COLOUR_WAVES ** 2;

/**
 * What turns a colour difference of an aligned face into waves over its middle, the fine ones made as strong as the coarse
 * ones: means of squares, then the first coefficients of their cosine transform.
 *
 * @returns [side * side, waves], row by row
 */
export function tintWaves(side: number): Float32Array {
  const cell = side / COLOUR_CELLS;
  const share = COLOUR_CELLS ** 2 / SHOWN;
  const basis = cosineBasis(COLOUR_CELLS, COLOUR_WAVES);
  return Float32Array.from({ length: side * side * COLOUR_WAVES ** 2 }, (_, at) => {
    const [pixel, wave] = [Math.trunc(at / COLOUR_WAVES ** 2), at % COLOUR_WAVES ** 2];
    const [down, across] = [Math.trunc(wave / COLOUR_WAVES), wave % COLOUR_WAVES];
    const [row, column] = [Math.trunc(Math.trunc(pixel / side) / cell), Math.trunc((pixel % side) / cell)];
    const strength = basis[down * COLOUR_CELLS + row]! * basis[across * COLOUR_CELLS + column]!;
    return FACE_WINDOW[pixel]! * share * strength * Math.hypot(1, across, down);
  });
}
