/** SCRFD places two anchors on each cell of its three feature maps. */
export const ANCHORS_PER_CELL = 2;

/** Pixels of the canvas per cell, for each of the three feature maps in the order of the outputs. */
export const STRIDES = [8, 16, 32] as const;

/** Rows of the outputs of one stride for a canvas of this size. */
export function anchorCount(width: number, height: number, stride: number): number {
  return Math.ceil(width / stride) * Math.ceil(height / stride) * ANCHORS_PER_CELL;
}

/**
 * Centre of an anchor in canvas pixels. Output row `(y * columns + x) * 2 + anchor` belongs to cell `(x, y)`, whose
 * anchors are both centred on `(x * stride, y * stride)` (insightface, `SCRFD.forward`).
 *
 * @param columns cells in one row of the feature map: `ceil(canvas width / stride)`
 */
export function anchorCentre(row: number, columns: number, stride: number): readonly [x: number, y: number] {
  const cell = Math.trunc(row / ANCHORS_PER_CELL);
  return [(cell % columns) * stride, Math.trunc(cell / columns) * stride];
}
