import type { FiveLandmarks, Point } from '../geometry.js';
import { resizeImage } from '../raster.js';
import type { RgbImage } from '../rgb-image.js';
import { contentShares, faceMask, halved, styleShares, type Mask } from './face-mask.js';
import { inLightOf, withoutColours } from './luminance.js';
import { scaledTo, type Stage } from './painting-sizes.js';
import type { StylePicture } from './painting-progress.js';
import { toPlanar, type PlanarImage } from './planar-image.js';
import { termWeights } from './recipe.js';
import { StyleError } from './style-error.js';
import { blendGrams, type FeatureReader, type LossTargets } from './style-loss.js';
import { STYLE_SIZES, type PaintingPlan } from './style-options.js';
import { halvingsBefore, type Tap } from './vgg16.js';

/** The pictures of a painting. */
export interface PaintingPictures {
  readonly content: RgbImage;
  readonly styles: readonly StylePicture<RgbImage>[];
  /** Of the face in the content, in its pixels. */
  readonly landmarks: FiveLandmarks | null;
  /** What an earlier painting came to, in the proportions of the content. */
  readonly start?: RgbImage | null;
}

/** One size of a painting, ready to be painted at. */
export interface PreparedStage extends Stage {
  /** The content in this size, in its own colours. */
  readonly original: PlanarImage;
  /** What painting starts from where nothing was painted yet: the content, without colours where these are kept. */
  readonly content: PlanarImage;
  readonly targets: LossTargets;
}

/** @throws {StyleError} STYLE_OPTION when there is no style, or no face where one is to be protected */
export function checkPictures({ styles, landmarks }: PaintingPictures, { protectFace }: PaintingPlan): void {
  const shares = styles.map(({ share = 1 }) => share);
  if (!shares.some((share) => share > 0) || shares.some((share) => !(share >= 0 && share < Infinity)))
    throw new StyleError('STYLE_OPTION', 'Give at least one style with a share above 0, and none below.');
  if (protectFace > 0 && !landmarks)
    throw new StyleError('STYLE_OPTION', 'Give the landmarks of the face that is to be protected.');
}

/** Reads what the picture is to become at one size. */
export async function prepareStage(
  stage: Stage,
  pictures: PaintingPictures,
  plan: PaintingPlan,
  reader: FeatureReader,
): Promise<PreparedStage> {
  const { width, height } = scaledTo(stage.longer, pictures.content);
  const original = toPlanar(await resizeImage(pictures.content, width, height));
  const content = plan.keepColours ? withoutColours(original) : original;
  const features = await reader.read(content);
  const grams = [];
  for (const { image } of pictures.styles) {
    const longer = Math.min(Math.round(stage.longer * plan.brush), STYLE_SIZES.most);
    const size = scaledTo(longer, image);
    const style = toPlanar(await resizeImage(image, size.width, size.height));
    grams.push((await reader.read(plan.keepColours ? inLightOf(style, original) : style)).grams);
  }
  const shares = pictures.styles.map(({ share = 1 }) => share);
  const aims = { content: features.content, grams: blendGrams(grams, shares) };
  const weights = termWeights(plan.recipe, aims);
  const targets: LossTargets = {
    ...aims,
    weights: plan.smoothing > 0 ? [...weights, plan.smoothing] : weights,
    ...(plan.protectFace > 0 && pictures.landmarks && { masks: masks(original, pictures, plan) }),
  };
  return { ...stage, original, content, targets };
}

/** Masks for every tap of a plan that protects the face. */
function masks({ width, height }: PlanarImage, pictures: PaintingPictures, plan: PaintingPlan) {
  const across = width / pictures.content.width;
  const down = height / pictures.content.height;
  const scaled = pictures.landmarks?.map(([x, y]): Point => [
    x * across,
    y * down,
  ]) as unknown as FiveLandmarks;
  const whole = faceMask(scaled, width, height);
  const at = (tap: Tap) => {
    let mask = whole;
    for (let i = halvingsBefore(tap); i > 0; i--) mask = halved(mask);
    return mask;
  };
  const tensor = (mask: Mask, data: Float32Array) => ({ dims: [1, 1, mask.height, mask.width], data });
  const content = at(plan.recipe.content);
  return {
    content: tensor(content, contentShares(content, plan.protectFace)),
    style: plan.recipe.style.map((tap) => {
      const mask = at(tap);
      return tensor(mask, styleShares(mask, plan.protectFace));
    }),
  };
}
