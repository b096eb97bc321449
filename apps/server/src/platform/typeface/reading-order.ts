import { createRequire } from 'node:module';
import type Bidi from 'bidi-js';

// The package is CommonJS, and its types say otherwise.
const bidi = (createRequire(import.meta.url)('bidi-js') as typeof Bidi.default)();
/** Letters that are written from right to left, of the scripts that there are fonts for. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const JOINS = /[\p{Script=Hebrew}\p{Script=Arabic}\p{M}\u200c\u200d]/u;

/** A letter as it is shown, and how deep in right-to-left text it stands: odd depths are read from the right. */
export interface Placed {
  readonly letter: string;
  readonly level: number;
}

/** The letters of a line as they are written, with brackets turned where they are read from the right. */
export function levelled(text: string): Placed[] {
  if (!RIGHT_TO_LEFT.test(text)) return Array.from(text, (letter) => ({ letter, level: 0 }));
  const { levels } = bidi.getEmbeddingLevels(text);
  let at = 0;
  return Array.from(text, (letter) => {
    const level = levels[at]!;
    at += letter.length;
    return { letter: (level % 2 === 1 && bidi.getMirroredCharacter(letter)) || letter, level };
  });
}

/**
 * Whether a letter may be set in one piece with others of its level. A piece is laid out by its script, Hebrew from the
 * right; what would come in the other order, a full stop within Hebrew say, stands alone.
 */
export const runsWithOthers = ({ letter, level }: Placed): boolean =>
  level === 0 || JOINS.test(letter) === (level % 2 === 1);

/** Pieces in the order in which they stand on paper from left to right (UAX 9, rule L2). */
export function inReadingOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const ordered = [...pieces];
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while (to < ordered.length && ordered[to]!.level >= level) to++;
      ordered.splice(from, to - from, ...ordered.slice(from, to).reverse());
      from = to;
    }
  }
  return ordered;
}
