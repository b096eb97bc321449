import { z } from 'zod';
import { id, instant, pageOf, pageQuery } from './wire.js';

export const MIN_PORTRAIT_SIDE = 128;
export const MAX_PORTRAIT_SIDE = 1024;
/** As a share of what the style's own strokes measure. */
export const FINEST_BRUSH = 0.25;

export const BADGE_STATES = ['waiting', 'active', 'ready', 'failed', 'cancelled'] as const;
export const badgeState = z
  .enum(BADGE_STATES)
  .describe('`ready` has a portrait; a rendering that was cancelled in time has none.');
export type BadgeState = z.infer<typeof badgeState>;

export const portraitRecipe = z
  .enum(['portrait', 'gatys-torch', 'gatys-keras'])
  .describe('portrait suits faces; the others are as they are taught, for whoever compares.');
export type PortraitRecipe = z.infer<typeof portraitRecipe>;

export const portraitOptimizer = z.enum(['lbfgs', 'adam']);
export type PortraitOptimizer = z.infer<typeof portraitOptimizer>;

/** Less of a style leaves the photo as it is, and a photo is no portrait. */
export const LEAST_STRENGTH = 0.1;

const look = {
  size: z
    .int()
    .min(MIN_PORTRAIT_SIDE)
    .max(MAX_PORTRAIT_SIDE)
    .describe('Side of the square portrait, in pixels.'),
  preserveColor: z.boolean().describe("Keeps the photo's colours."),
};
const painting = {
  steps: z.int().min(1).max(2000).describe('Steps of the optimizer.'),
  recipe: portraitRecipe,
  protectFace: z.boolean().describe('Paints the face more gently, so that it stays recognisable.'),
  brush: z.number().min(FINEST_BRUSH).max(2).describe('Size of the strokes; 1 as in the picture.'),
  smoothing: z.number().min(0).max(1e8).describe('Weight of the roughness between neighbouring pixels.'),
  seed: z
    .int()
    .min(0)
    .max(2_147_483_647)
    .describe(
      'Of the noise that gatys-keras begins with. Changes nothing with the other recipes, which begin with the photo, ' +
        'nor with presets.',
    ),
};
const weights = {
  contentWeight: z
    .number()
    .min(0)
    .max(1e9)
    .optional()
    .describe("How much the photo counts; else the recipe's."),
  styleWeight: z
    .number()
    .gt(0)
    .max(1e12)
    .optional()
    .describe("How much the style counts; else the recipe's. Without any the photo would stay as it is."),
  optimizer: portraitOptimizer.optional().describe("Else the recipe's."),
};

/** As they may be asked for. Presets use only size, preserveColor and strength. */
export const portraitSettings = z.object({
  size: look.size.default(512),
  steps: painting.steps.default(300),
  recipe: painting.recipe.default('portrait'),
  ...weights,
  preserveColor: look.preserveColor.default(false),
  protectFace: painting.protectFace.default(true),
  strength: z
    .number()
    .min(LEAST_STRENGTH)
    .max(1)
    .optional()
    .describe(
      'How much is painted over, 1 entirely. Else 0.5, and 1 with presets. Multiplies the weight of the style; ' +
        'of a preset it is the share of the painted picture.',
    ),
  brush: painting.brush.default(1),
  smoothing: painting.smoothing.default(0),
  seed: painting.seed.default(0),
});
export type PortraitSettings = z.infer<typeof portraitSettings>;

/** As they were used. */
export const usedSettings = z
  .object({ ...look, strength: z.number(), ...z.object(painting).partial().shape, ...weights })
  .describe('What a preset does not use is left out, and so is the seed where a recipe has no noise.')
  .meta({ id: 'PortraitSettings' });
export type UsedSettings = z.infer<typeof usedSettings>;

const blended = z.object({ styleId: id, weight: z.number().gt(0).max(100) });

export const badgeCreate = z
  .object({
    personId: id,
    styleId: id,
    blend: z
      .array(blended)
      .max(3)
      .default([])
      .describe('Further styles, each with its weight beside the 1 of styleId. Not with presets.'),
    faceId: id
      .optional()
      .describe('Which enrolled photo is painted; the one of the best quality when left out.'),
    ...portraitSettings.shape,
  })
  .refine(
    ({ styleId, blend }) => new Set([styleId, ...blend.map((part) => part.styleId)]).size > blend.length,
    {
      path: ['blend'],
      message: 'Name each style once: styleId is part of the mixture already.',
    },
  )
  .meta({ id: 'BadgeCreate' });
export type BadgeCreate = z.infer<typeof badgeCreate>;

export const badgeAccepted = z.object({ jobId: id, badgeId: id }).meta({ id: 'BadgeAccepted' });
export type BadgeAccepted = z.infer<typeof badgeAccepted>;

export const likeness = z
  .object({
    faceFound: z.boolean(),
    similarity: z
      .number()
      .nullable()
      .describe(
        "Best cosine to the person's enrolled photos; null where no face was found or none can be compared.",
      ),
    threshold: z.number().describe('From which a face counts as a person.'),
    recognisable: z.boolean().describe('False: people may not know the person by this portrait.'),
  })
  .meta({ id: 'PortraitLikeness' });
export type PortraitLikeness = z.infer<typeof likeness>;

export const badge = z
  .object({
    id,
    personId: id,
    personName: z.string(),
    faceId: id.nullable().describe('null once the photo was removed.'),
    styleId: id,
    styleName: z.string(),
    blend: z.array(blended),
    settings: usedSettings,
    state: badgeState,
    jobId: id,
    step: z.int().describe('Steps that the picture has gone through.'),
    complete: z
      .boolean()
      .describe(
        'False while it grows, and where it was stopped: then the portrait is the picture of that moment. ' +
          'A complete one may have fewer steps than were asked for, where more would have changed nothing.',
      ),
    losses: z
      .array(z.tuple([z.int(), z.number(), z.int()]))
      .describe(
        'Step, loss, and the side in pixels that was painted at, thinned out. Losses of different sides cannot be compared.',
      ),
    likeness: likeness.nullable(),
    previewUrl: z.string().nullable().describe('The picture as it is while it grows.'),
    portraitUrl: z.string().nullable(),
    thumbnailUrl: z
      .string()
      .nullable()
      .describe('The portrait, small, for lists. Another one has another address.'),
    error: z.object({ code: z.string(), detail: z.string() }).nullable(),
    createdAt: instant,
    finishedAt: instant.nullable(),
  })
  .meta({ id: 'Badge' });
export type Badge = z.infer<typeof badge>;
export const badgePage = pageOf(badge, 'BadgePage');

export const badgeQuery = pageQuery.extend({ personId: id.optional() });
export type BadgeQuery = z.infer<typeof badgeQuery>;

export const waitingCancelled = z
  .object({ cancelled: z.int().describe('Portraits that waited for their turn, and will not be painted.') })
  .meta({ id: 'WaitingCancelled' });
export type WaitingCancelled = z.infer<typeof waitingCancelled>;

/** The result of a job `badges.render` or `badges.instant`. */
export interface PortraitResult {
  badgeId: string;
  portraitUrl: string;
  likeness: PortraitLikeness;
}
