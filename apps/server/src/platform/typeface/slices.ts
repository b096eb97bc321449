import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

/** One file of a font, and the code points that it is said to hold. */
export interface Slice {
  readonly file: string;
  readonly points: readonly number[];
}

/** The files of these families that hold a code point, in the order in which they are asked. */
export function slicesByPoint(families: readonly string[]): Map<number, Slice[]> {
  const found = new Map<number, Slice[]>();
  for (const slice of families.flatMap(slicesOf)) {
    for (const point of slice.points) {
      const others = found.get(point);
      if (others) others.push(slice);
      else found.set(point, [slice]);
    }
  }
  return found;
}

/** @param wght the weight that it is fixed at, 400 say */
export async function openSlice({ file, points }: Slice, wght: number): Promise<fontkit.Font> {
  const everything = String.fromCodePoint(...points);
  const options = { targetFormat: 'sfnt', variationAxes: { wght } } as const;
  const font = fontkit.create(await subsetFont(await readFile(file), everything, options)) as fontkit.Font;
  // A glyph is kept with the letter that it was first asked for by; one that was first met as a part of another, the n
  // of ñ, would stand for none, and be lost to whoever searches a PDF. Forms of letters are the letters' own,
  // and an accent that a letter is made of is that letter's.
  for (const point of font.characterSet.toSorted((one, other) => one - other)) {
    const letter = String.fromCodePoint(point);
    if (letter.normalize('NFKC') === letter && !/\p{M}/u.test(letter)) font.glyphForCodePoint(point);
  }
  return font;
}

/** What the package says of its files: names in brackets are numbers of their own. */
function slicesOf(family: string): Slice[] {
  const require = createRequire(import.meta.url);
  const unicode = require.resolve(`@fontsource-variable/${family}/unicode.json`);
  const ranges = JSON.parse(readFileSync(unicode, 'utf8')) as Record<string, string>;
  return Object.entries(ranges).map(([name, points]) => ({
    file: join(dirname(unicode), 'files', `${family}-${name.replace(/[[\]]/g, '')}-wght-normal.woff2`),
    points: points.split(',').flatMap(pointsOf),
  }));
}

/** `U+4e00-4e02`, or a single one. */
function pointsOf(range: string): number[] {
  const [first, last = first] = range
    .slice(2)
    .split('-')
    .map((point) => parseInt(point, 16)) as [number, number?];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
