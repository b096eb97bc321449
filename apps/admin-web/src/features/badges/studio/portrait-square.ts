import type { Box, Face } from '@rollcall/contracts';

/** As the server cuts: sides of a portrait by the height of the face, and how far down its middle lies. */
const SIDE_BY_FACE = 2.1;
const FACE_DOWN = 0.47;

/** The square of a photo that becomes the portrait, in pixels of the upright photo. */
export function portraitSquare({
  box,
  imageWidth,
  imageHeight,
}: Pick<Face, 'box' | 'imageWidth' | 'imageHeight'>): Box {
  const face = Math.max(box.width, box.height);
  const side = Math.round(Math.min(imageWidth, imageHeight, SIDE_BY_FACE * face));
  const x = within(box.x + box.width / 2 - side / 2, imageWidth - side);
  const y = within(box.y + box.height / 2 - FACE_DOWN * side, imageHeight - side);
  return { x, y, width: side, height: side };
}

const within = (value: number, most: number) => Math.round(Math.min(most, Math.max(0, value)));
