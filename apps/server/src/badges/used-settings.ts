import type { BadgeCreate, UsedSettings } from '@rollcall/contracts';
import { RECIPES } from '@rollcall/vision';
import type { PaintingSettings } from '../vision/stylizer.js';
import type { KnownStyle } from './styles/style-catalog.js';

const STRENGTH = 0.5;
const PRESET_STRENGTH = 1;

/** Of what was asked for, what the style is painted by. */
export function usedBy({ preset }: Pick<KnownStyle, 'preset'>, wish: BadgeCreate): UsedSettings {
  const { size, preserveColor } = wish;
  if (preset !== null) return { size, preserveColor, strength: wish.strength ?? PRESET_STRENGTH };
  const { personId: _person, styleId: _style, blend: _blend, faceId: _face, seed, ...settings } = wish;
  const seeded = RECIPES[wish.recipe].noise > 0 ? { seed } : {};
  return { ...settings, ...seeded, strength: wish.strength ?? STRENGTH };
}

/** Of a portrait that is painted in steps: there they are all recorded. */
export const paintingSettings = (settings: UsedSettings): PaintingSettings => ({
  seed: 0,
  ...(settings as Omit<PaintingSettings, 'seed'>),
});
