import { z } from 'zod';
import { id, instant, pageOf } from './wire.js';

export const box = z
  .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
  .meta({ id: 'Box', description: 'Pixels of the upright image, origin at the top left.' });
export type Box = z.infer<typeof box>;

export const point = z.tuple([z.number(), z.number()]);
/** Left eye, right eye, nose, left and right mouth corner as the viewer sees them. */
export const landmarks = z.tuple([point, point, point, point, point]).meta({ id: 'Landmarks' });
export type Landmarks = z.infer<typeof landmarks>;

export const faceQuality = z
  .object({
    score: z.number().describe('0 (useless) to 1 (ideal)'),
    sharpness: z.number().describe('0 to 1'),
    brightness: z.number().describe('0 to 1'),
    faceSize: z.number().describe('Pixels between the eyes'),
    yaw: z.number().describe('Degrees'),
    pitch: z.number().describe('Degrees'),
    roll: z.number().describe('Degrees'),
    contrast: z.number().optional().describe('0 to 1; missing for faces read before it was measured.'),
    outside: z
      .number()
      .optional()
      .describe("Share of the face's box outside the picture, 0 to 1; missing for older faces."),
    crowding: z
      .number()
      .optional()
      .describe('How near and how large another face is, 0 (nobody near) to 1; missing for older faces.'),
  })
  .meta({ id: 'FaceQuality' });
export type FaceQuality = z.infer<typeof faceQuality>;

export const QUALITY_REASONS = [
  'TOO_SMALL',
  'BLURRED',
  'TOO_DARK',
  'TOO_BRIGHT',
  'TURNED_AWAY',
  'LOOKING_UP_OR_DOWN',
  'TILTED',
  'CUT_OFF',
  'LOW_CONTRAST',
  'CROWDED',
] as const;
export const qualityReason = z.enum(QUALITY_REASONS);
export type QualityReason = z.infer<typeof qualityReason>;

export const face = z
  .object({
    id,
    modelId: z.string(),
    quality: faceQuality,
    box,
    landmarks,
    imageWidth: z.int().describe('Of the upright photo, in pixels'),
    imageHeight: z.int(),
    createdAt: instant,
    likeness: z
      .number()
      .nullable()
      .describe(
        'Best cosine to the other photos of this person under the present model; null for the only one.',
      ),
    outlier: z.boolean().describe('True where it resembles none of the others: look who is on it.'),
  })
  .meta({ id: 'Face' });
export type Face = z.infer<typeof face>;
export const facePage = pageOf(face, 'FacePage');

export const faceParams = z.object({ id, faceId: id });
export type FaceParams = z.infer<typeof faceParams>;
