/** A point in pixels: `[x, y]`, origin at the top-left corner of the upright image, x to the right, y down. */
export type Point = readonly [x: number, y: number];

/** An axis-aligned rectangle in pixels of the upright image; `x`, `y` is its top-left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Left eye, right eye, nose tip, left and right mouth corner, in pixels of the upright image.
 * "Left" is the viewer's left, as in the ArcFace alignment template.
 */
export type FiveLandmarks = readonly [Point, Point, Point, Point, Point];
