import { clamp, mix } from './noise.js';

/** Red, green, blue, each 0 to 1, in sRGB as it is stored. */
export type Colour = readonly [red: number, green: number, blue: number];

/** From six hexadecimal digits. */
export function hex(digits: string): Colour {
  const value = parseInt(digits, 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

export const palette = (digits: string): Colour[] => digits.split(' ').map(hex);

export const blend = (one: Colour, other: Colour, share: number): Colour => [
  mix(one[0], other[0], share),
  mix(one[1], other[1], share),
  mix(one[2], other[2], share),
];

/** Every channel times a factor. */
export const shade = ([red, green, blue]: Colour, factor: number): Colour => [
  clamp(red * factor),
  clamp(green * factor),
  clamp(blue * factor),
];

/** Every channel plus a number. */
export const lift = ([red, green, blue]: Colour, by: number): Colour => [
  clamp(red + by),
  clamp(green + by),
  clamp(blue + by),
];

/** The colour at `t` (0 to 1) of a gradient through these, evenly spaced. */
export function along(stops: readonly Colour[], t: number): Colour {
  const at = clamp(t) * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(at));
  return blend(stops[index]!, stops[index + 1]!, at - index);
}
