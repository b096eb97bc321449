import type { Range } from './plot.js';

/** Where the label of a marked value stands: on which side of its line, and in which row above the paper. */
export interface PlacedLabel {
  side: 'start' | 'end';
  row: number;
}

const GAP = 6;
/** Widths of a letter at the labels' size, generous enough for the widest fonts that a browser may put in. */
const NARROW = 7.5;
const WIDE = 13;
const WIDE_SIGNS = /[\u2e80-\u9fff\uff00-\uffef]/g;

const widthOf = (label: string): number => {
  const wide = label.match(WIDE_SIGNS)?.length ?? 0;
  return GAP + wide * WIDE + (label.length - wide) * NARROW;
};

/**
 * Labels of lines from left to right, so that none leaves the paper or lies over another: the first one stands to the
 * left of its line, the others to the right, where there is room; what would touch another goes a row further down.
 */
export function placeLabels(marks: { at: number; label: string }[], paper: Range): PlacedLabel[] {
  const taken: { from: number; to: number; row: number }[] = [];
  return marks.map(({ at, label }, index) => {
    const width = widthOf(label);
    const fits = { end: at - width >= paper.from, start: at + width <= paper.to };
    const first = index === 0 && marks.length > 1;
    const side = first ? (fits.end ? 'end' : 'start') : fits.start || !fits.end ? 'start' : 'end';
    const [from, to] = side === 'end' ? [at - width, at] : [at, at + width];
    let row = 0;
    while (taken.some((one) => one.row === row && one.from < to && from < one.to)) row++;
    taken.push({ from, to, row });
    return { side, row };
  });
}
