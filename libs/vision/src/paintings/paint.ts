import type { RgbImage } from '../rgb-image.js';
import { PAINTING_SIZE } from './built-in.js';
import type { Canvas } from './canvas.js';
import { facets } from './facets.js';
import { halftone } from './halftone.js';
import { impasto } from './impasto.js';
import { inkWash } from './ink-wash.js';
import { mosaic } from './mosaic.js';
import { pointillism } from './pointillism.js';
import { stainedGlass } from './stained-glass.js';
import { woodcutWaves } from './woodcut-waves.js';

const PAINTERS: Record<string, (size: number) => Canvas> = {
  impasto,
  'ink-wash': inkWash,
  'stained-glass': stainedGlass,
  'woodcut-waves': woodcutWaves,
  mosaic,
  pointillism,
  halftone,
  facets,
};

/**
 * Paints one of `BUILT_IN_PAINTINGS`: the same picture every time, up to rounding.
 *
 * @param size pixels a side; what is shown stays the same
 * @throws RangeError where there is no such picture
 */
export function paintBuiltIn(key: string, size: number = PAINTING_SIZE): RgbImage {
  const painter = PAINTERS[key];
  if (!painter) throw new RangeError(`There is no painting "${key}".`);
  return painter(size).toImage();
}
