import { CENTRE } from './face-window.js';

/** Cells a side of the middle of the face, and directions in half a turn. */
export const CELLS = 5;
export const DIRECTIONS = 8;

export const ORIENTATION_LENGTH = CELLS * CELLS * DIRECTIONS;

/** Weaker edges than this many levels are noise. */
export const FAINT_EDGE = 1;

/**
 * How much each pixel of an aligned face counts for each of the four nearest cells of its middle. Nothing on the border
 * of the picture, where there is no next pixel.
 *
 * @returns [side * side, CELLS * CELLS], row by row
 */
export function cellShares(side: number): Float32Array {
  return Float32Array.from({ length: side * side * CELLS * CELLS }, (_, at) => {
    const [pixel, cell] = [Math.trunc(at / CELLS ** 2), at % CELLS ** 2];
    const [x, y] = [pixel % side, Math.trunc(pixel / side)];
    if (x === 0 || y === 0 || x === side - 1 || y === side - 1) return 0;
    const column = ((x + 0.5 - CENTRE.x) / CENTRE.width) * CELLS - 0.5;
    const row = ((y + 0.5 - CENTRE.y) / CENTRE.height) * CELLS - 0.5;
    const near = (distance: number) => Math.max(0, 1 - Math.abs(distance));
    return near(column - (cell % CELLS)) * near(row - Math.trunc(cell / CELLS));
  });
}
