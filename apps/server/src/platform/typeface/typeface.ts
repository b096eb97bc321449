import { Injectable } from '@nestjs/common';
import type * as fontkit from 'fontkit';
import { inReadingOrder, levelled, runsWithOthers } from './reading-order.js';
import { openSlice, slicesByPoint, type Slice } from './slices.js';

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

/** In the order in which they are asked: Latin, Greek and Cyrillic by the first, Chinese and Japanese by the second. */
const FAMILIES = [
  'noto-sans',
  'noto-sans-sc',
  'noto-sans-kr',
  'noto-sans-hebrew',
  'noto-sans-arabic',
  'noto-sans-devanagari',
  'noto-sans-thai',
];
const MISSING = '□';
/** Accents and what joins letters go with the letter before them. */
const FOLLOWS = /[\p{M}\u200c\u200d]/u;
/** Signs that say how others are shown, and are nothing to look at themselves. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Noto Sans (SIL Open Font License), cut into files by its npm packages. A file is opened, fixed at a weight, when the
 * first of its letters is set; what none of them has is set as an empty square.
 */
@Injectable()
export class Typeface {
  /** Of 35,000 letters: made when the first is set, since many servers never set one. */
  private slices: Map<number, Slice[]> | null = null;
  private readonly opened = new Map<string, Promise<fontkit.Font>>();

  async set(text: string, weight: Weight, size: number): Promise<SetLine> {
    const pieces = await this.pieces(text.normalize('NFC'), weight);
    let width = 0;
    const runs = inReadingOrder(pieces).map(({ font, text }) => {
      const x = width;
      width += (font.layout(text).advanceWidth / font.unitsPerEm) * size;
      return { font, text, x };
    });
    return { runs, size, width };
  }

  /** The characters of a text that no font has a letter for, each once. */
  async unprintable(text: string): Promise<string[]> {
    const missing = new Set<string>();
    for (const { segment } of characters.segment(text.normalize('NFC'))) {
      for (const letter of segment)
        if (!UNSEEN.test(letter) && !/\s/.test(letter) && !(await this.holder(letter, 'regular')))
          missing.add(segment);
    }
    return [...missing];
  }

  private async pieces(text: string, weight: Weight) {
    const pieces: { font: fontkit.Font; text: string; level: number; open: boolean }[] = [];
    for (const placed of levelled(text)) {
      const { letter, level } = placed;
      const last = pieces.at(-1);
      const found = await this.fontOf(letter, weight, last?.font);
      if (!found) continue;
      const open = runsWithOthers(placed);
      if (last && last.font === found.font && last.level === level && last.open && open)
        last.text += found.shown;
      else pieces.push({ font: found.font, text: found.shown, level, open });
    }
    return pieces;
  }

  /** Null for what is not seen in any font. */
  private async fontOf(letter: string, weight: Weight, before: fontkit.Font | undefined) {
    if (before && FOLLOWS.test(letter) && before.hasGlyphForCodePoint(letter.codePointAt(0)!))
      return { font: before, shown: letter };
    const font = await this.holder(letter, weight);
    if (font) return { font, shown: letter };
    if (UNSEEN.test(letter)) return null;
    const square = await this.holder(MISSING, weight);
    if (!square) throw new Error(`No font file holds ${MISSING}.`);
    return { font: square, shown: MISSING };
  }

  private async holder(letter: string, weight: Weight): Promise<fontkit.Font | null> {
    const point = letter.codePointAt(0)!;
    this.slices ??= slicesByPoint(FAMILIES);
    for (const slice of this.slices.get(point) ?? []) {
      const font = await this.open(slice, weight);
      if (font.hasGlyphForCodePoint(point)) return font;
    }
    return null;
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
