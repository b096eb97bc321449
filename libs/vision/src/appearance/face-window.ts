import type { Box } from '../geometry.js';

/** In pixels of the aligned face: an ellipse about eyes, nose and mouth, and how softly it ends. */
const MIDDLE = { x: 56, y: 72 };
const HALF = { x: 33, y: 40 };
const SOFT = 0.3;

/** The box that the ellipse lies in, as far as the aligned face goes. */
export const CENTRE: Box = { x: 18, y: 26, width: 76, height: 86 };

/**
 * How much each pixel of the box counts when the picture is to be known again, 0 to 1, row by row; those around it do not
 * count. What lies around the face is not the picture's: a margin, the colours of a card, the screen that it is shown on.
 * An aligned face that fills its picture reaches beyond its edge.
 */
export const FACE_WINDOW: Float32Array = Float32Array.from(
  { length: CENTRE.width * CENTRE.height },
  (_, at) => {
    const [x, y] = [CENTRE.x + (at % CENTRE.width) + 0.5, CENTRE.y + Math.trunc(at / CENTRE.width) + 0.5];
    const distance = Math.hypot((x - MIDDLE.x) / HALF.x, (y - MIDDLE.y) / HALF.y);
    return Math.min(1, Math.max(0, (1 + SOFT / 2 - distance) / SOFT));
  },
);
