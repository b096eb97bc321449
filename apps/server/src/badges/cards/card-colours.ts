/** Red, green and blue, 0 to 255, of `#rrggbb`. */
const channelsOf = (colour: string) => [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));

/** Black or white, whichever reads better on a colour (WCAG 2.2, relative luminance). */
export function readableOn(colour: string): string {
  const [red, green, blue] = channelsOf(colour).map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return luminance > 0.179 ? '#000000' : '#ffffff';
}

/** A share of one colour over another. */
export function mixed(one: string, other: string, share: number): string {
  const others = channelsOf(other);
  const levels = channelsOf(one).map((level, i) => Math.round(level + (others[i]! - level) * share));
  return `#${levels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
}
