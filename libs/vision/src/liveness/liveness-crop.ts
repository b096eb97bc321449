import type { Box } from '../geometry.js';

/** Training boxes of MiniFASNet against those of a face detector, in shares of the square root of the box's area. */
const SIDE = 0.974;
const DOWN = 0.081;

/** Least enlargement of the box that shows enough of what is around the face. */
const LEAST_SURROUNDINGS = 1.5;
/** How much of a face that fills its picture is looked at instead. */
const CLOSE = 1.4;

/**
 * The box that MiniFASNet was trained with, from one that a face detector gives: squarer and lower, measured on faces that
 * both SCRFD and the training's own detector found.
 */
export function trainingBox({ x, y, width, height }: Box): Box {
  const size = Math.sqrt(width * height);
  const side = SIDE * size;
  return {
    x: x + width / 2 - side / 2,
    y: y + height / 2 + DOWN * size - side / 2,
    width: side,
    height: side,
  };
}

/** What of an image a net looks at. */
export interface Surroundings {
  /** Reaches beyond the image where the face fills it: its edge is continued there. */
  readonly part: Box;
  /** Whether too little is around the face for a net to be sure. */
  readonly close: boolean;
}

/**
 * The part of an image that a net looks at: the box, `scale` times as large about its centre, smaller where the image is,
 * moved inside it (Silent-Face-Anti-Spoofing, `CropImage._get_new_box`). Whole pixels, both ends included.
 *
 * Where that leaves hardly anything around the face the nets take every second living face for a picture (99 of 189 tight
 * portraits under 0.5); what they see of such a face is the box, 1.4 times as large, with the edge of the image continued
 * (11 of 63).
 *
 * @param image size in pixels
 */
export function surroundings(
  box: Box,
  scale: number,
  image: { readonly width: number; readonly height: number },
): Surroundings {
  const [right, bottom] = [image.width - 1, image.height - 1];
  const factor = Math.min(bottom / box.height, right / box.width, scale);
  if (factor < LEAST_SURROUNDINGS) return { part: enlarged(box, CLOSE), close: true };
  const across = along(box.x + box.width / 2, box.width * factor, right);
  const down = along(box.y + box.height / 2, box.height * factor, bottom);
  return { part: { x: across.from, y: down.from, width: across.pixels, height: down.pixels }, close: false };
}

/** A stretch about a middle, moved so that it lies within 0 and `last`. */
function along(middle: number, length: number, last: number) {
  const from = Math.max(0, Math.min(middle - length / 2, last - length));
  const whole = Math.trunc(from);
  return { from: whole, pixels: Math.min(last, Math.trunc(from + length)) - whole + 1 };
}

function enlarged({ x, y, width, height }: Box, by: number): Box {
  const [wider, higher] = [width * by, height * by];
  return { x: x + (width - wider) / 2, y: y + (height - higher) / 2, width: wider, height: higher };
}
