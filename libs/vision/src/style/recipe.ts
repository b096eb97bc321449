import type { LossTaps } from './feature-graph.js';
import type { OptimizerChoice } from './optimizer/minimize.js';
import { layerOfTap } from './vgg16.js';

/** Everything that makes one style transfer differ from another, pictures apart. */
export interface StyleRecipe extends LossTaps {
  /**
   * How differences become one number. `mean`: mean squares of features and of Gram matrices over channels * pixels.
   * `gatys`: half the sum of squares of features, and a quarter of the mean square over channels of Gram matrices over
   * pixels, styles averaged over their taps (Gatys et al., CVPR 2016, equations 1, 4 and 5). `relative`: as `mean`, each
   * term in shares of its target's own mean square, so that one weight does the same to a loud picture and to a quiet one.
   */
  readonly reduction: 'mean' | 'gatys' | 'relative';
  readonly contentWeight: number;
  /** Of every style tap. */
  readonly styleWeight: number;
  /** Its point are levels from 0 to 1. */
  readonly optimizer: OptimizerChoice;
  /** Times that loss and gradient are computed. */
  readonly evaluations: number;
  /** Evaluations between two snapshots. */
  readonly snapshotEvery: number;
  /** The start is the content picture plus noise, uniform from minus to plus this many levels of 0 to 1. */
  readonly noise: number;
}

const LEVEL = 1 / 255;

/**
 * Recipes by name.
 *
 * `gatys-torch` and `gatys-keras` are Gatys, Ecker and Bethge (CVPR 2016) as it is taught with either library.
 *
 * `gatys-torch` reads torchvision's `vgg16().features` at 0, 5, 10 and 15. 15 is a ReLU; 0, 5 and 10 are convolutions,
 * but the ReLU behind each works in place and overwrites the tensor that was kept, before any Gram matrix is made of
 * it. What the recipe computes, then, are the features behind the ReLUs, and so they stand here. (`conv1_1`, `conv2_1`
 * and `conv3_1` would be the tensors before it, and can be asked for by a recipe of one's own.)
 *
 * `gatys-keras` reads Keras' `block<i>_conv<j>`, whose activation is part of the layer: also the features behind the
 * ReLU. Its rate is 5 of 255 levels, its noise 20. It needs conv4_2.
 *
 * `portrait` is the house's own: the taps of `gatys-torch`, relative terms, a short memory and a line search. Without one, half of the pictures that
 * come with Rollcall throw L-BFGS off its way in its third evaluation.
 */
export const RECIPES = {
  'gatys-torch': {
    content: 'relu3_3',
    style: ['relu1_1', 'relu2_1', 'relu3_1', 'relu3_3'],
    reduction: 'mean',
    contentWeight: 1,
    styleWeight: 1e6,
    optimizer: { kind: 'lbfgs', rate: 1, history: 100, gradientTolerance: 1e-7, changeTolerance: 1e-9 },
    evaluations: 400,
    snapshotEvery: 50,
    noise: 0,
  },
  'gatys-keras': {
    content: 'relu4_2',
    style: ['relu1_1', 'relu2_1', 'relu3_1', 'relu4_1'],
    reduction: 'gatys',
    contentWeight: 1,
    styleWeight: 1e3,
    optimizer: { kind: 'adam', rate: 5 * LEVEL },
    evaluations: 400,
    snapshotEvery: 50,
    noise: 20 * LEVEL,
  },
  portrait: {
    content: 'relu3_3',
    style: ['relu1_1', 'relu2_1', 'relu3_1', 'relu3_3'],
    reduction: 'relative',
    contentWeight: 1e4,
    styleWeight: 1e5,
    optimizer: { kind: 'lbfgs', history: 20, lineSearch: 'strong-wolfe' },
    evaluations: 200,
    snapshotEvery: 10,
    noise: 0,
  },
} as const satisfies Record<string, StyleRecipe>;

/** Name of a recipe. */
export type RecipeName = keyof typeof RECIPES;

/** Features and Gram matrices that a picture is to come to. */
interface Aims {
  readonly content: { readonly dims: readonly number[]; readonly data: Float32Array };
  readonly grams: readonly { readonly data: Float32Array }[];
}

/** What the terms of the loss graph, which are means, are multiplied by: content, then each style tap. */
export function termWeights(recipe: StyleRecipe, { content: aim, grams }: Aims): number[] {
  const { reduction, content, style, contentWeight, styleWeight } = recipe;
  if (reduction === 'mean') return [contentWeight, ...style.map(() => styleWeight)];
  if (reduction === 'relative')
    return [contentWeight / meanSquare(aim.data), ...grams.map(({ data }) => styleWeight / meanSquare(data))];
  const channels = (tap: (typeof style)[number]) => layerOfTap(tap).channels[1];
  const pixels = (aim.dims[2] as number) * (aim.dims[3] as number);
  return [
    (contentWeight * channels(content) * pixels) / 2,
    ...style.map((tap) => (styleWeight * channels(tap) ** 2) / (4 * style.length)),
  ];
}

/** Never 0: a black picture has no energy, and its terms are as large as they are. */
function meanSquare(data: Float32Array): number {
  let sum = 0;
  for (const value of data) sum += value * value;
  return sum / data.length || 1;
}
