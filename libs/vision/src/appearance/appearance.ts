import type { RgbImage } from '../rgb-image.js';
import { cosines } from './cosines.js';
import { FACE_WINDOW } from './face-window.js';
import { orientations, ORIENTATION_LENGTH } from './orientations.js';

/** Squares a side into which the colours of the aligned face are averaged. */
const COLOUR_CELLS = 14;
/** Waves of colour that are kept; an even number, so that the waves of odd number across have odd places. */
const COLOUR_WAVES = 4;
/** Root mean square, in levels of 0 to 255, below which a face counts as hardly coloured. */
const FAINT_COLOUR = 12;
/** How much colours count beside edges. */
const COLOUR_SHARE = 0.6;
/** Pixels that count, together. */
const SHOWN = FACE_WINDOW.reduce((sum, weight) => sum + weight, 0);

/** Numbers of an appearance. */
export const APPEARANCE_LENGTH = ORIENTATION_LENGTH + 2 * COLOUR_WAVES ** 2;

/**
 * How a picture of a face looks, whoever it shows: which way its edges run in each part of the face, and its colours,
 * both in its middle alone, so that it does not matter what stands around the picture. Copies of one picture (smaller,
 * cropped, turned a little, saved again) have nearly the same appearance, two photos of one person do not. The opposite
 * of an embedding, which is to see the person and not the picture.
 *
 * @param aligned 112x112 crop on the ArcFace template
 * @returns unit vector with `APPEARANCE_LENGTH` entries
 */
export function describeAppearance(aligned: RgbImage): Float32Array {
  const colour = Float32Array.from([
    ...tint(aligned, [-0.169, -0.331, 0.5]),
    ...tint(aligned, [0.5, -0.419, -0.081]),
  ]);
  const described = new Float32Array(APPEARANCE_LENGTH);
  described.set(orientations(aligned));
  const strength = Math.max(norm(colour), FAINT_COLOUR * COLOUR_CELLS);
  described.set(scaled(colour, COLOUR_SHARE / strength), ORIENTATION_LENGTH);
  return scaled(described, 1 / (norm(described) || 1));
}

/** A colour difference as waves over the middle of the face, the fine ones made as strong as the coarse ones. */
function tint({ width, data }: RgbImage, [r, g, b]: readonly [number, number, number]): Float32Array {
  const side = width / COLOUR_CELLS;
  const share = width ** 2 / side ** 2 / SHOWN;
  const means = new Float32Array(COLOUR_CELLS ** 2);
  for (let row = 0, at = 0; row < width; row++) {
    for (let column = 0; column < width; column++, at += 3) {
      const level = r * (data[at] as number) + g * (data[at + 1] as number) + b * (data[at + 2] as number);
      const cell = Math.floor(row / side) * COLOUR_CELLS + Math.floor(column / side);
      means[cell]! += level * FACE_WINDOW[at / 3]! * share;
    }
  }
  const waves = cosines(means, COLOUR_CELLS, COLOUR_WAVES);
  return waves.map((value, i) => value * Math.hypot(1, i % COLOUR_WAVES, Math.trunc(i / COLOUR_WAVES)));
}

const norm = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
const scaled = (values: Float32Array, factor: number) => values.map((value) => value * factor);
