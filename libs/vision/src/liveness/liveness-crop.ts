import type { Box } from '../geometry.js';

/** Training boxes of MiniFASNet against those of a face detector, in shares of the square root of the box's area. */
const SIDE = 0.974;
const DOWN = 0.081;

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

/**
 * The part of an image that a net looks at: the box, `scale` times as large about its centre, smaller where the image is,
 * moved inside it (Silent-Face-Anti-Spoofing, `CropImage._get_new_box`). Whole pixels, both ends included.
 *
 * @param image size in pixels
 */
export function surroundings(box: Box, scale: number, image: { width: number; height: number }): Box {
  const [right, bottom] = [image.width - 1, image.height - 1];
  const factor = Math.min(bottom / box.height, right / box.width, scale);
  const across = along(box.x + box.width / 2, box.width * factor, right);
  const down = along(box.y + box.height / 2, box.height * factor, bottom);
  return { x: across.from, y: down.from, width: across.pixels, height: down.pixels };
}

/** A stretch about a middle, moved so that it lies within 0 and `last`. */
function along(middle: number, length: number, last: number) {
  const from = Math.max(0, Math.min(middle - length / 2, last - length));
  const whole = Math.trunc(from);
  return { from: whole, pixels: Math.min(last, Math.trunc(from + length)) - whole + 1 };
}
