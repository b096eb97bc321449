import { z } from 'zod';
import type { OptimizerChoice } from './optimizer/minimize.js';
import { RECIPES, type RecipeName, type StyleRecipe } from './recipe.js';
import { StyleError } from './style-error.js';

/** Smallest and largest longer side of a painted picture in pixels. */
export const STYLE_SIZES = { least: 64, most: 1024 } as const;

/**
 * Pictures with a longer side than this are painted without the runtime's arena: it holds on to more than is
 * needed. Up to here it is worth its memory: without it 512 took a third more processor time for a fifth less memory.
 */
export const SPARING_FROM = 512;

const share = z.number().min(0).max(1);

/** How a picture is painted; everything may be left out. */
export const styleOptionsSchema = z.strictObject({
  /** Which recipe the others start from. */
  recipe: z.enum(Object.keys(RECIPES) as [RecipeName, ...RecipeName[]]).default('portrait'),
  /** Longer side of the painted picture in pixels. */
  size: z.int().min(STYLE_SIZES.least).max(STYLE_SIZES.most).default(512),
  /** Times that loss and gradient are computed, over all sizes; the recipe's when left out. */
  evaluations: z.int().min(1).max(5000).optional(),
  /** Evaluations between two snapshots; the recipe's when left out. */
  snapshotEvery: z.int().min(1).optional(),
  /** Instead of the recipe's; 0 leaves the term out of account. */
  contentWeight: z.number().nonnegative().optional(),
  styleWeight: z.number().nonnegative().optional(),
  /** Instead of the recipe's, with the optimizer's usual settings. */
  optimizer: z.enum(['lbfgs', 'adam']).optional(),
  /** 0 (hardly) to 1 (entirely) painted over; 0.5 is the recipe. Multiplies the weight of the style. */
  strength: share.default(0.5),
  /** The picture keeps its colours and takes only light and brush from the style. */
  keepColours: z.boolean().default(false),
  /** 0 to 1: how much less the style and how much more the content counts in the face; needs its landmarks. */
  protectFace: share.default(0),
  /** Weight of roughness, the mean squared difference of neighbouring levels; 0 lets every grain stand. */
  smoothing: z.number().nonnegative().default(0),
  /** Begins at a quarter or half of the size where that is large enough, and goes on from what came out. */
  coarseToFine: z.boolean().default(false),
  /** Longer side of the style's picture in shares of `size`: small is a fine brush. */
  brush: z.number().min(0.25).max(2).default(1),
  /** Of the noise, where the recipe starts with some. */
  seed: z.int().default(1),
});

/** What a caller may say. */
export type StyleOptions = z.input<typeof styleOptionsSchema>;

/** What is painted by: the recipe with the caller's changes, and the rest of what he said. */
export interface PaintingPlan extends Omit<
  z.output<typeof styleOptionsSchema>,
  'recipe' | 'optimizer' | 'contentWeight' | 'styleWeight'
> {
  readonly recipe: StyleRecipe;
  readonly evaluations: number;
  readonly snapshotEvery: number;
}

/** From none to full strength the style's weight grows by this factor. */
const STRENGTH_RANGE = 1e4;

const ADAM: OptimizerChoice = { kind: 'adam', rate: 5 / 255 };
const LBFGS: OptimizerChoice = { kind: 'lbfgs', history: 20, lineSearch: 'strong-wolfe' };

/** @throws {StyleError} STYLE_OPTION with every option that is out of its range */
export function planPainting(options: StyleOptions): PaintingPlan {
  const parsed = styleOptionsSchema.safeParse(options);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(
      ({ path, message }) => `${path.join('.') || 'options'}: ${message}`,
    );
    throw new StyleError('STYLE_OPTION', `The picture cannot be painted like that (${faults.join('; ')}).`);
  }
  const { recipe: name, optimizer, contentWeight, styleWeight, strength, ...rest } = parsed.data;
  const recipe: StyleRecipe = RECIPES[name];
  return {
    ...rest,
    strength,
    evaluations: rest.evaluations ?? recipe.evaluations,
    snapshotEvery: rest.snapshotEvery ?? recipe.snapshotEvery,
    recipe: {
      ...recipe,
      contentWeight: contentWeight ?? recipe.contentWeight,
      styleWeight: (styleWeight ?? recipe.styleWeight) * STRENGTH_RANGE ** (strength - 0.5),
      optimizer:
        optimizer === undefined || optimizer === recipe.optimizer.kind
          ? recipe.optimizer
          : optimizer === 'adam'
            ? ADAM
            : LBFGS,
    },
  };
}
