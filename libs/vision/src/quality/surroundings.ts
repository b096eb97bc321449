import type { Box } from '../geometry.js';

/** Where a face stands in its image, and who else is there. */
export interface Surroundings {
  readonly box: Box;
  /** Boxes of the image's other faces. */
  readonly others: readonly Box[];
  /** Size of the image in pixels. */
  readonly image: { readonly width: number; readonly height: number };
}

/** Share of the box's area that lies outside the image, 0 to 1; 1 for a box without an area. */
export function shareOutside({ box, image }: Pick<Surroundings, 'box' | 'image'>): number {
  const width = visible(box.x, box.width, image.width);
  const height = visible(box.y, box.height, image.height);
  const area = box.width * box.height;
  return area > 0 ? 1 - (width * height) / area : 1;
}

/** What is left of a length when its parts before 0 and beyond the end are cut off; exactly all of one that lies within. */
const visible = (start: number, length: number, end: number) =>
  Math.max(0, length - Math.max(0, -start) - Math.max(0, start + length - end));

/**
 * How much the other faces crowd this one, 0 to 1: of each, how large it is (its width over the own one, at most 1)
 * times how near it is (1 where the boxes touch or overlap, falling linearly to 0 where the gap between them is the own
 * width); the worst of them counts. So 0 where nobody is within a face's width, 0.4 for one of 40 % of the width that
 * touches, 1 for one as large or larger that touches.
 */
export function crowdingOf({ box, others }: Pick<Surroundings, 'box' | 'others'>): number {
  if (box.width <= 0) return 0;
  const crowdings = others.map((other) => {
    const size = Math.min(1, Math.max(0, other.width) / box.width);
    return size * Math.max(0, 1 - gapBetween(box, other) / box.width);
  });
  return Math.max(0, ...crowdings);
}

/** Shortest distance between two boxes in pixels; 0 where they touch or overlap. */
function gapBetween(one: Box, other: Box): number {
  const across = Math.max(one.x, other.x) - Math.min(one.x + one.width, other.x + other.width);
  const down = Math.max(one.y, other.y) - Math.min(one.y + one.height, other.y + other.height);
  return Math.hypot(Math.max(0, across), Math.max(0, down));
}
