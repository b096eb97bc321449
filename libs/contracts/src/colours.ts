/** Between two colours (WCAG 2.2), from which letters of one on the other can be made out at all, and from which they read well. */
export const LEAST_CONTRAST = 2;
export const GOOD_CONTRAST = 4.5;

/** Red, green and blue, 0 to 255, of `#rrggbb`. */
export const channelsOf = (colour: string) =>
  [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)) as [number, number, number];

/** WCAG 2.2, relative luminance, 0 to 1. */
function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** 1 where two colours are as light as each other, 21 between black and white. */
export function contrastOf(one: string, other: string): number {
  const [lighter, darker] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Black or white, whichever reads better on a colour. */
export const readableOn = (colour: string): string =>
  contrastOf('#000000', colour) > contrastOf('#ffffff', colour) ? '#000000' : '#ffffff';

/** The colour that is asked for where it can be made out on a ground, else the other one. */
export const visibleOn = (ground: string, wanted: string, other: string): string =>
  contrastOf(wanted, ground) >= LEAST_CONTRAST ? wanted : other;

/** Whether a logo of these colours is better seen on white than on a ground. */
export function needsWhitePlate(logo: readonly string[], ground: string): boolean {
  const least = (on: string) => Math.min(...logo.map((colour) => contrastOf(colour, on)));
  return least(ground) < LEAST_CONTRAST && least('#ffffff') > least(ground);
}
