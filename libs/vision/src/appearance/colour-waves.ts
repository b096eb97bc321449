import { ARCFACE_SIZE } from '../alignment/arcface-template.js';
import { cosineBasis } from './cosines.js';
import { FACE_WINDOW } from './face-window.js';

/** Squares a side into which the colours of the aligned face are averaged. */
const COLOUR_CELLS = 14;
/** Waves of colour that are kept; an even number, so that the waves of odd number across have odd places. */
export const COLOUR_WAVES = 4;
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
 * Waves over rows (or columns) of an aligned face, whose colours are averaged in squares: the first coefficients of a
 * cosine transform of them.
 *
 * @param from first row; @param length rows
 * @returns [length, COLOUR_WAVES], row by row
 */
export function waves(from: number, length: number): Float32Array {
  const cell = ARCFACE_SIZE / COLOUR_CELLS;
  const basis = cosineBasis(COLOUR_CELLS, COLOUR_WAVES);
  return Float32Array.from({ length: length * COLOUR_WAVES }, (_, at) => {
    const [row, wave] = [Math.trunc(at / COLOUR_WAVES), at % COLOUR_WAVES];
    return basis[wave * COLOUR_CELLS + Math.trunc((from + row) / cell)]!;
  });
}

/** Makes the fine waves as strong as the coarse ones, whatever share of the face is shown: [down, across]. */
export const WAVE_STRENGTHS = Float32Array.from({ length: COLOUR_WAVES ** 2 }, (_, at) => {
  const [down, across] = [Math.trunc(at / COLOUR_WAVES), at % COLOUR_WAVES];
  return (COLOUR_CELLS ** 2 / SHOWN) * Math.hypot(1, across, down);
});
