import { z } from 'zod';

export const calibrationQuery = z.object({
  fpir: z.coerce
    .number()
    .gt(0)
    .max(0.5)
    .optional()
    .describe(
      'Asked share of strangers who may be accepted, 0 to 0.5; the one of the settings where left out.',
    ),
});
export type CalibrationQuery = z.infer<typeof calibrationQuery>;

const scoreHistogram = z
  .object({
    count: z.int(),
    mean: z.number().nullable(),
    bins: z
      .array(z.object({ from: z.number(), to: z.number(), count: z.int() }))
      .describe('Equally wide, from -1 to 1; empty ones at either end are left out.'),
  })
  .meta({ id: 'ScoreHistogram' });
export type ScoreHistogram = z.infer<typeof scoreHistogram>;

export const calibration = z
  .object({
    modelId: z.string(),
    people: z.int().describe('Active people with a template of this model.'),
    templates: z.int(),
    sampled: z.int().describe('Templates that were compared with the whole gallery.'),
    genuine: scoreHistogram.describe(
      'Best cosine of a template with the other templates of its person; empty where nobody has two.',
    ),
    impostor: scoreHistogram.describe(
      'Best cosine of a template with anybody else: what a stranger would score.',
    ),
    curve: z
      .array(
        z.object({
          threshold: z.number(),
          fnir: z.number().nullable().describe('Share of genuine scores under it; null without any.'),
          fpir: z.number().describe('Share of strangers who would reach it in this gallery.'),
        }),
      )
      .describe('In steps of 0.01.'),
    askedFpir: z.number(),
    suggestedThreshold: z
      .number()
      .describe('Least threshold that keeps to the asked FPIR in a gallery of this size.'),
    basis: z
      .enum(['own-gallery', 'own-gallery-extrapolated', 'pack'])
      .describe(
        'Whether the own scores alone decide, place the curve of the pack, or are too few to say anything.',
      ),
    basisSource: z.string().describe('In English words, with the data behind the curve of the pack.'),
    measurement: z.string().describe('Which measurement that is: see `PackInfo`.'),
    present: z.object({
      threshold: z.number(),
      margin: z.number(),
      fnir: z.number().nullable(),
      fpir: z.number().describe('Expected at the present threshold, by the same basis.'),
    }),
    own: z
      .object({
        verdict: z
          .enum(['too-few', 'within', 'unclear', 'above'])
          .describe(
            'What the own people say of the present threshold. too-few: nothing. unclear: more pass than asked, ' +
              'as chance alone may do. above: more than chance does.',
          ),
        people: z.int().describe('Different people who were compared.'),
        leastPeople: z.int().describe('From so many on the own people say something.'),
        fpir: z.number().nullable().describe('Share counted at the present threshold; null without anybody.'),
        low: z.number().nullable().describe('The true share is hardly less; null where too few.'),
        high: z.number().nullable().describe('The true share is hardly more; null where too few.'),
      })
      .describe('Counted in the own gallery, each bound by itself with 95 %.'),
    warning: z
      .enum(['own-gallery-above', 'threshold-too-loose', 'threshold-too-strict'])
      .nullable()
      .describe(
        'own-gallery-above: `own.verdict` is above. too-loose: less than the suggested threshold, as after the gallery ' +
          'has grown. too-strict: far more than it.',
      ),
    alike: z
      .array(
        z.object({
          a: z.object({ id: z.uuid(), name: z.string() }),
          b: z.object({ id: z.uuid(), name: z.string() }),
          similarity: z.number(),
        }),
      )
      .describe(
        'The pairs of people in the sample who are most alike: doubles, relatives, or one person twice.',
      ),
    measuredAt: z.iso.datetime(),
  })
  .meta({ id: 'Calibration' });
export type Calibration = z.infer<typeof calibration>;
