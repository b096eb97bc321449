import { effectiveComparisons, fpirAt, thresholdFor } from '@rollcall/gallery';
import type { RecommendedThreshold } from '../vision/face-engine.js';
import type { Size } from './gallery-size.js';

/**
 * The threshold that keeps strangers to the asked share: everybody enrolled is one more chance to resemble somebody, and
 * so, a little less, is every further photo of theirs. Never below the one that the pack was measured with. To a
 * thousandth: it is shown to people.
 */
export function automaticThreshold(recommended: RecommendedThreshold, fpir: number, size: Size): number {
  const needed = thresholdFor(recommended.impostorTail, fpir, comparisonsIn(recommended, size));
  return Math.max(recommended.threshold, Math.ceil(needed * 1000 - 1e-9) / 1000);
}

/** Share of strangers who would pass as somebody at this threshold, by the tail that the pack was measured with. */
export function expectedFpir(recommended: RecommendedThreshold, threshold: number, size: Size): number {
  return fpirAt(recommended.impostorTail, threshold, comparisonsIn(recommended, size));
}

/** How many comparisons with different people a search amounts to. */
export const comparisonsIn = ({ templateExponent }: RecommendedThreshold, { people, templates }: Size) =>
  effectiveComparisons(people, templates, templateExponent);
