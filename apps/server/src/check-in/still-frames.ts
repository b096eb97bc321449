import type { ReadFace } from '@rollcall/vision';

/** Mean way of the landmarks, in shares of the distance between the eyes, that saving a picture again explains. */
const NO_MOVEMENT = 0.005;
/** Cosine of two looks that nothing but saving a picture again lies between. */
const SAME_LOOK = 0.9995;

type Seen = Pick<ReadFace, 'landmarks' | 'appearance'>;

/**
 * Whether the frames of a moment are one still picture, sent again. In front of a camera a face moves: one pixel of a kiosk
 * frame moves its landmarks by 1 % of the distance between the eyes and more. The same picture, saved once more in another
 * quality, in noise or another size, by 0.1 to 0.4 %.
 *
 * @param faces of the frames, in their order; one frame alone says nothing
 */
export function isOneStill(faces: readonly Seen[]): boolean {
  const [first, ...others] = faces;
  return first !== undefined && others.length > 0 && others.every((other) => isSame(first, other));
}

function isSame(one: Seen, other: Seen): boolean {
  const [left, right] = one.landmarks;
  const eyes = Math.hypot(right[0] - left[0], right[1] - left[1]);
  const moved = one.landmarks.map(([x, y], i) => {
    const [there, down] = other.landmarks[i]!;
    return Math.hypot(x - there, y - down);
  });
  const mean = moved.reduce((sum, way) => sum + way, 0) / moved.length;
  const alike = one.appearance.reduce((sum, value, i) => sum + value * other.appearance[i]!, 0);
  return mean < NO_MOVEMENT * eyes && alike > SAME_LOOK;
}
