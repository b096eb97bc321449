import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Injectable } from '@nestjs/common';
import * as fontkit from 'fontkit';
import subsetFont from 'subset-font';

const WEIGHTS = { regular: 400, bold: 700 } as const;
export type Weight = keyof typeof WEIGHTS;

/** Letters of one font file that follow each other. */
export interface Run {
  readonly font: fontkit.Font;
  readonly text: string;
  /** In millimetres from the beginning of the line. */
  readonly x: number;
}

/** A line of text, measured. */
export interface SetLine {
  readonly runs: readonly Run[];
  /** Millimetres from ascender to descender, as type is measured. */
  readonly size: number;
  readonly width: number;
}

/** One file of a font, and the code points that it is said to hold. */
interface Slice {
  readonly file: string;
  readonly points: readonly number[];
}

/** In the order in which they are asked: Latin, Greek and Cyrillic by the first, Chinese by the second. */
const FAMILIES = ['noto-sans', 'noto-sans-sc'];
const MISSING = '□';

/**
 * Noto Sans and Noto Sans SC (SIL Open Font License), cut into files by their npm packages. A file is opened, fixed at a
 * weight, when the first of its letters is set; what neither has is set as an empty square.
 */
@Injectable()
export class Typeface {
  private readonly slices = byPoint(FAMILIES.flatMap(slicesOf));
  private readonly opened = new Map<string, Promise<fontkit.Font>>();

  async set(text: string, weight: Weight, size: number): Promise<SetLine> {
    const runs: { font: fontkit.Font; text: string }[] = [];
    for (const letter of text.normalize('NFC')) {
      const { font, shown } = await this.fontOf(letter, weight);
      const last = runs.at(-1);
      if (last?.font === font) last.text += shown;
      else runs.push({ font, text: shown });
    }
    let width = 0;
    const placed = runs.map((run) => {
      const x = width;
      width += (run.font.layout(run.text).advanceWidth / run.font.unitsPerEm) * size;
      return { ...run, x };
    });
    return { runs: placed, size, width };
  }

  private async fontOf(letter: string, weight: Weight): Promise<{ font: fontkit.Font; shown: string }> {
    const point = letter.codePointAt(0)!;
    for (const slice of this.slices.get(point) ?? []) {
      const font = await this.open(slice, weight);
      if (font.hasGlyphForCodePoint(point)) return { font, shown: letter };
    }
    if (letter === MISSING) throw new Error(`No font file holds ${MISSING}.`);
    return this.fontOf(MISSING, weight);
  }

  private open(slice: Slice, weight: Weight): Promise<fontkit.Font> {
    const key = `${weight} ${slice.file}`;
    const known = this.opened.get(key);
    if (known) return known;
    const opened = openSlice(slice, WEIGHTS[weight]);
    this.opened.set(key, opened);
    // What failed once, for want of memory say, is tried again with the next letter.
    opened.catch(() => this.opened.delete(key));
    return opened;
  }
}

/** Which files hold a code point, in their order. */
function byPoint(slices: readonly Slice[]): Map<number, Slice[]> {
  const found = new Map<number, Slice[]>();
  for (const slice of slices) {
    for (const point of slice.points) {
      const others = found.get(point);
      if (others) others.push(slice);
      else found.set(point, [slice]);
    }
  }
  return found;
}

async function openSlice({ file, points }: Slice, wght: number): Promise<fontkit.Font> {
  const everything = String.fromCodePoint(...points);
  const options = { targetFormat: 'sfnt', variationAxes: { wght } } as const;
  return fontkit.create(await subsetFont(await readFile(file), everything, options)) as fontkit.Font;
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
