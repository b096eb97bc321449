import { z } from 'zod';
import { box, faceQuality, landmarks, point } from './faces.js';
import { qualitySettings, qualitySettingsUpdate } from './quality-limits.js';
import { changesOf, id } from './wire.js';
import { wholeNumber } from './wording.js';

const timings = z.object({
  decode: z.number(),
  detect: z.number(),
  liveness: z.number(),
  embed: z.number(),
  total: z.number(),
  inference: z.number(),
});

export const analyzeResponse = z
  .object({
    width: z.int(),
    height: z.int(),
    faces: z.array(
      z.object({
        box,
        score: z.number(),
        landmarks,
        quality: faceQuality,
        liveness: z.object({ score: z.number(), live: z.boolean() }).nullable(),
        landmarks106: z.array(point).optional(),
        landmarks68: z
          .array(z.tuple([z.number(), z.number(), z.number()]))
          .optional()
          .describe('x, y and z.'),
        pose: z.object({ yaw: z.number(), pitch: z.number(), roll: z.number() }).optional(),
        age: z.number().optional().describe('Years, guessed by a network.'),
        gender: z.enum(['female', 'male']).optional().describe('Guessed by a network.'),
      }),
    ),
    timings,
  })
  .meta({ id: 'AnalyzeResponse' });
export type AnalyzeResponse = z.infer<typeof analyzeResponse>;

export const compareResponse = z
  .object({
    similarity: z.number().describe('Cosine of the largest face of either image, -1 to 1.'),
    threshold: z.number(),
    same: z.boolean(),
  })
  .meta({ id: 'CompareResponse' });
export type CompareResponse = z.infer<typeof compareResponse>;

export const searchQuery = z.object({ k: wholeNumber(1, 50).default(5) });
export type SearchQuery = z.infer<typeof searchQuery>;
export const searchResponse = z
  .object({
    faces: z.array(
      z.object({
        box,
        candidates: z.array(z.object({ personId: id, name: z.string(), similarity: z.number() })),
      }),
    ),
  })
  .meta({ id: 'SearchResponse' });
export type SearchResponse = z.infer<typeof searchResponse>;

const livenessThreshold = z
  .number()
  .min(0, { error: 'must be from 0 to 1' })
  .max(1, { error: 'must be from 0 to 1' });
/** Where the pack has liveness networks; nothing of it holds for a pack without. */
export const livenessSettings = z.object({
  checkIn: z
    .boolean()
    .describe('Whether kiosks ask whether a face is alive, where they are not told otherwise.'),
  checkInThreshold: livenessThreshold.describe('Least score of a living face at a kiosk; less is `spoof`.'),
  enrollment: z.boolean().describe('Whether photos are asked, too.'),
  enrollmentThreshold: livenessThreshold.describe('Least score of a photo; less is `SPOOF_SUSPECTED`.'),
});
const livenessInForce = livenessSettings.extend({
  checkInThresholdDefault: z.number().describe('The measured one.'),
  enrollmentThresholdDefault: z.number(),
});
const attributesSetting = z
  .boolean()
  .describe(
    'Whether `POST /vision/analyze` tells age, gender, pose and landmarks. They never decide anything.',
  );

const indexSettings = z.object({
  from: z
    .int()
    .nullable()
    .describe('Templates from which an HNSW index is kept (Postgres only); null: see `GET /gallery`.'),
  m: z.int(),
  efConstruction: z.int(),
  efSearch: z.int(),
});

export const recognitionSettings = z
  .object({
    modelId: z.string(),
    threshold: z.number().describe('Cosine from which a face counts as a person.'),
    thresholdDefault: z.number().describe('The measured default of this pack.'),
    margin: z.number().describe('Lead over the second-best person that a match needs; less is ambiguous.'),
    marginDefault: z.number(),
    thresholdSource: z.string().describe('Which data the defaults were measured on, in English.'),
    measurement: z.string().describe('Which measurement that is: see `PackInfo`.'),
    fpir: z.number().describe('Share of strangers that an automatic threshold may let pass as somebody.'),
    automatic: z
      .boolean()
      .describe('True while the threshold follows the asked FPIR and the size of the gallery.'),
    people: z.int().describe('Active people with a template: the size that an automatic threshold follows.'),
    expectedFpir: z
      .number()
      .describe('At the present threshold and size, by the tail that the pack was measured with.'),
    duplicateWindowSeconds: z.int(),
    liveness: livenessInForce,
    quality: qualitySettings.describe('How good a picture has to be.'),
    attributes: attributesSetting,
    index: indexSettings,
  })
  .meta({ id: 'RecognitionSettings' });
export type RecognitionSettings = z.infer<typeof recognitionSettings>;
export const recognitionSettingsUpdate = changesOf(
  {
    threshold: z
      .number()
      .min(0, { error: 'must be a cosine from 0 to 1: below 0 everybody is everybody' })
      .max(1, { error: 'must be a cosine from 0 to 1' })
      .nullable()
      .describe('Cosine, 0 to 1; null: follows the asked FPIR and the gallery.'),
    automatic: z
      .boolean()
      .describe('true beside the threshold that was read: that goes on following. Else it changes nothing.'),
    fpir: z
      .number()
      .gt(0)
      .max(0.5)
      .nullable()
      .describe('Asked FPIR, for example 0.01; null: the one of the pack.'),
    margin: z
      .number()
      .min(0, { error: 'must be from 0 to 1' })
      .max(1, { error: 'must be from 0 to 1: nobody leads by more' })
      .nullable()
      .describe('0 to 1; null: back to the default of the pack.'),
    duplicateWindowSeconds: z.int().min(0).max(86_400),
    liveness: changesOf(
      {
        ...livenessSettings.shape,
        checkInThreshold: livenessThreshold.nullable().describe('null: the measured one.'),
        enrollmentThreshold: livenessThreshold.nullable(),
      },
      livenessInForce.shape,
    ),
    quality: qualitySettingsUpdate.describe('Limits that are left out stay; null: back to the default.'),
    attributes: attributesSetting,
    index: changesOf(
      {
        from: z.int().min(1).max(1_000_000_000).nullable().describe('null: as is best by measurement.'),
        m: z.int().min(2).max(100),
        efConstruction: z.int().min(4).max(1000),
        efSearch: z.int().min(1).max(1000),
      },
      indexSettings.shape,
    ),
  },
  recognitionSettings.shape,
).meta({ id: 'RecognitionSettingsUpdate' });
export type RecognitionSettingsUpdate = z.infer<typeof recognitionSettingsUpdate>;

export const packInfo = z
  .object({
    name: z.string(),
    title: z.string(),
    licence: z.string(),
    commercialUse: z.boolean(),
    modelId: z.string(),
    dimension: z.int(),
    liveness: z.boolean().describe('Whether photos and screens held to the camera are found out.'),
    attributes: z
      .array(z.enum(['landmarks-106', 'landmarks-3d-68', 'gender-age']))
      .describe('Attribute networks that it has; they run only where the recognition settings say so.'),
    measurement: z
      .string()
      .describe(
        'Which measurement its threshold rests on: `arcface-mbf`, `open`, or `none` where nobody measured it.',
      ),
    mostPeople: z
      .int()
      .nullable()
      .describe('Recognises up to so many people well; null where no limit was met.'),
  })
  .meta({
    id: 'PackInfo',
    description: 'The model pack that runs, and whether its licence allows commercial use.',
  });
export type PackInfo = z.infer<typeof packInfo>;
