/** Where black begins to read better than white (WCAG 2.2, relative luminance), as on the printed card. */
const HALFWAY = 0.179;

export function readableOn(colour: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > HALFWAY ? '#000000' : '#ffffff';
}
