import { z } from 'zod';
import type { FiveLandmarks } from '../geometry.js';

const DIMENSION = 128;
const vectorSchema = z.array(z.number()).length(DIMENSION);
const pointSchema = z.tuple([z.number(), z.number()]);

/**
 * What turns the raw output of the face ResNet into an embedding whose cosine means something, measured on photos by
 * `tools/open-pack/measure-space.mjs`; a pack keeps it in a file of its own, whose checksum is the model's identity,
 * because embeddings made with another space cannot be compared.
 */
export const faceSpaceSchema = z.object({
  /** How and on what the numbers were measured. */
  provenance: z.record(z.string(), z.unknown()),
  /** Where the five landmarks lie in the recogniser's 150x150 crop: the mean frontal face, in pixels. */
  template: z.tuple([pointSchema, pointSchema, pointSchema, pointSchema, pointSchema]),
  /** What is subtracted from the raw output at unit length: most of the mean over the photos of many people. */
  centre: vectorSchema,
  /** Directions (unit vectors, orthogonal) along which people differ most, and the gain (0 to 1) each is given. */
  axes: z.array(z.object({ gain: z.number().positive(), direction: vectorSchema })),
});

export type FaceSpace = Omit<z.infer<typeof faceSpaceSchema>, 'template'> & {
  readonly template: FiveLandmarks;
};

/**
 * The linear part of the space: `I - sum((1 - gain) * direction * direction')`, [128, 128] row by row, symmetric.
 * Damping the strongest directions keeps groups of alike faces from being taken for one another: what sets them
 * apart from everyone else counts less, what tells them apart counts more (a partial whitening).
 */
export function spaceMatrix({ axes }: Pick<FaceSpace, 'axes'>): Float32Array {
  const matrix = new Float64Array(DIMENSION * DIMENSION);
  for (let row = 0; row < DIMENSION; row++) {
    matrix[row * DIMENSION + row] = 1;
    for (const { gain, direction } of axes) {
      const share = (1 - gain) * (direction[row] as number);
      for (let column = 0; column < DIMENSION; column++) {
        matrix[row * DIMENSION + column]! -= share * (direction[column] as number);
      }
    }
  }
  return Float32Array.from(matrix);
}
