import type { SetLine, Typeface, Weight } from './typeface.js';

/** How large text may be, and how small before it is broken and then cut short. */
export interface Fit {
  readonly weight: Weight;
  readonly size: number;
  readonly least: number;
  readonly width: number;
  readonly lines: number;
  /** Millimetres that all lines may take, where there is a bound. */
  readonly height?: number;
}

/** From one base line to the next, in shares of the size. */
export const LEADING = 1.22;
const SMALLER = 0.94;
/** So much smaller a line may be before it is rather broken. */
const ON_ONE_LINE = 0.8;
/** So much smaller two lines may be before there are rather three. */
const ON_FEW_LINES = 0.72;
const FEW_LINES = 2;

/** Where a line may end: after a space or a hyphen, and around signs that are words of their own. */
const BREAKS =
  /(?<=\s)(?=\S)|(?<=\p{L}\p{Pd})(?=\p{L})|(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])|(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}])/u;
const characters = new Intl.Segmenter('und', { granularity: 'grapheme' });

interface Line {
  readonly text: string;
  readonly set: SetLine;
}

/**
 * Sets text as large as it fits: a little smaller first, then on several lines that end between words, then within the
 * words that are too long, and cut short where nothing else helps.
 */
export async function fitted(typeface: Typeface, text: string, fit: Fit): Promise<SetLine[]> {
  const lines = (await inFull(typeface, text, fit)) ?? (await shortened(typeface, text.split(BREAKS), fit));
  return lines.map(({ set }) => set);
}

/** Whether `fitted` would cut this text short. */
export const isCut = async (typeface: Typeface, text: string, fit: Fit) =>
  (await inFull(typeface, text, fit)) === null;

/** Null where there is no room for all of it. */
async function inFull(typeface: Typeface, text: string, fit: Fit): Promise<Line[] | null> {
  if (text === '') return [];
  for (const size of sizes(fit, ON_ONE_LINE)) {
    const set = await typeface.set(text, fit.weight, size);
    if (set.width <= fit.width) return [{ text, set }];
  }
  const words = text.split(BREAKS);
  const few = { ...fit, lines: Math.min(fit.lines, FEW_LINES) };
  return (
    (await whole(typeface, words, few, ON_FEW_LINES, false)) ??
    (await whole(typeface, words, fit, 0, false)) ??
    (await whole(typeface, words, fit, 0, true))
  );
}

/** From the largest one down, as far as the smallest or this share of the largest. */
function sizes({ size, least }: Fit, share: number): number[] {
  const found = [];
  for (let next = size; next >= Math.max(least, share * size); next *= SMALLER) found.push(next);
  return found;
}

/** Null where it fits at none of the sizes. @param within whether words may be broken too */
async function whole(
  typeface: Typeface,
  words: readonly string[],
  fit: Fit,
  share: number,
  within: boolean,
): Promise<Line[] | null> {
  for (const size of sizes(fit, share)) {
    const lines = await broken(typeface, words, fit, size, within);
    if (lines.length <= mostLines(fit, size) && lines.every(({ set }) => set.width <= fit.width))
      return lines;
  }
  return null;
}

const mostLines = ({ lines, height = Infinity }: Fit, size: number) =>
  Math.max(1, Math.min(lines, Math.floor(height / (LEADING * size))));

/** As many words on a line as there is room for. @param within see `whole` */
async function broken(
  typeface: Typeface,
  words: readonly string[],
  { weight, width }: Fit,
  size: number,
  within: boolean,
): Promise<Line[]> {
  const lines: Line[] = [];
  const set = (text: string) => typeface.set(text.trimEnd(), weight, size);
  let current = '';
  const take = async (piece: string) => {
    if (current !== '' && (await set(current + piece)).width > width) {
      lines.push({ text: current, set: await set(current) });
      current = '';
    }
    current += piece;
  };
  for (const word of words) {
    const long = within && (await set(word)).width > width;
    for (const piece of long ? lettersOf(word) : [word]) await take(piece);
  }
  return [...lines, { text: current, set: await set(current) }];
}

const lettersOf = (text: string) => Array.from(characters.segment(text), ({ segment }) => segment);

/** The last line ends where the room does: as many letters as it takes, none where it takes none. */
async function shortened(typeface: Typeface, words: readonly string[], fit: Fit): Promise<Line[]> {
  const size = sizes(fit, 0).at(-1) ?? fit.size;
  const lines = await broken(typeface, words, fit, size, true);
  const most = mostLines(fit, size);
  const letters = lettersOf(
    lines
      .slice(most - 1)
      .map(({ text }) => text)
      .join(''),
  );
  const upTo = async (count: number) => {
    const text = `${letters.slice(0, count).join('').trimEnd()}…`;
    return { text, set: await typeface.set(text, fit.weight, size) };
  };
  let [fits, tooMany] = [0, letters.length + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if ((await upTo(middle)).set.width <= fit.width) fits = middle;
    else tooMany = middle;
  }
  return [...lines.slice(0, most - 1), await upTo(fits)];
}
