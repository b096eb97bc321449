import { ARCFACE_SIZE } from '../alignment/arcface-template.js';

/** Cells a side of the middle of the face, and directions in half a turn. */
export const CELLS = 5;
export const DIRECTIONS = 8;

export const ORIENTATION_LENGTH = CELLS * CELLS * DIRECTIONS;

/** Weaker edges than this many levels are noise. */
export const FAINT_EDGE = 1;

/** A binomial filter of five pixels. */
const BINOMIAL = [1, 4, 6, 4, 1].map((weight) => weight / 16);

/**
 * How much each row (or column) of the middle of an aligned face counts for either of the two nearest cells. Nothing on
 * the border of the aligned face, where there is no next pixel.
 *
 * @param from first row of the middle; @param length rows of it
 * @returns [length, CELLS], row by row
 */
export function cellShares(from: number, length: number): Float32Array {
  return Float32Array.from({ length: length * CELLS }, (_, at) => {
    const [row, cell] = [Math.trunc(at / CELLS), at % CELLS];
    if (from + row === 0 || from + row === ARCFACE_SIZE - 1) return 0;
    return Math.max(0, 1 - Math.abs(((row + 0.5) / length) * CELLS - 0.5 - cell));
  });
}

/**
 * What smooths rows (or columns) of an aligned face by a binomial filter, its edges continued; what the next smooth one is
 * more than the one before.
 *
 * @param from first row that is asked for; @param length how many
 * @returns [length, ARCFACE_SIZE] each, row by row
 */
export function smoothing(from: number, length: number): { smooth: Float32Array; slope: Float32Array } {
  const weight = (row: number, of: number) =>
    row < 0 || row >= ARCFACE_SIZE
      ? 0
      : BINOMIAL.reduce((sum, share, at) => {
          const source = Math.min(ARCFACE_SIZE - 1, Math.max(0, row + at - 2));
          return source === of ? sum + share : sum;
        }, 0);
  const filled = (value: (row: number, of: number) => number) =>
    Float32Array.from({ length: length * ARCFACE_SIZE }, (_, at) =>
      value(from + Math.trunc(at / ARCFACE_SIZE), at % ARCFACE_SIZE),
    );
  return { smooth: filled(weight), slope: filled((row, of) => weight(row + 1, of) - weight(row - 1, of)) };
}
