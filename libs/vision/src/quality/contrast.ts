import type { PixelMeasures } from './pixel-measures.js';

/** The largest standard deviation that levels of 0 to 255 can have: half of them black, half white. */
const LARGEST_DEVIATION = 255 / 2;

/**
 * RMS contrast (Peli, J. Opt. Soc. Am. A 7(10), 1990): the standard deviation of the face's luma over the largest that
 * there can be, `2 * sqrt(variance) / 255`. 0 for one flat level, 1 for half black and half white; it does not depend on
 * the brightness, and falls in fog, backlight and darkness.
 */
export const contrastOf = ({ variance }: Pick<PixelMeasures, 'variance'>): number =>
  Math.min(1, Math.sqrt(Math.max(0, variance)) / LARGEST_DEVIATION);
