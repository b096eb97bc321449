import type { SetLine, Typeface, Weight } from './typeface.js';

/** How large text may be, and how small before it is broken and then cut short. */
export interface Fit {
  readonly weight: Weight;
  readonly size: number;
  readonly least: number;
  readonly width: number;
  readonly lines: number;
}

const SMALLER = 0.94;
/** So much smaller a line may be before it is rather broken. */
const ON_ONE_LINE = 0.8;

/** Sets text as large as it fits: a little smaller first, then on several lines, then cut short. */
export async function fitted(typeface: Typeface, text: string, fit: Fit): Promise<SetLine[]> {
  if (text === '') return [];
  for (let size = fit.size; size >= Math.max(fit.least, ON_ONE_LINE * fit.size); size *= SMALLER) {
    const line = await typeface.set(text, fit.weight, size);
    if (line.width <= fit.width) return [line];
  }
  for (let size = fit.size; ; size *= SMALLER) {
    const lines = await broken(typeface, text, { ...fit, size });
    if (lines.length <= fit.lines && lines.every(({ width }) => width <= fit.width)) return lines;
    if (size * SMALLER >= fit.least) continue;
    const whole = lines.slice(0, fit.lines - 1).filter(({ width }) => width <= fit.width);
    const left = lines.slice(whole.length).map(textOf).join(' ');
    return [...whole, await shortened(typeface, left, { ...fit, size })];
  }
}

const textOf = (line: SetLine) => line.runs.map(({ text }) => text).join('');

/** At spaces where there are some, else wherever the line is full, as Chinese is. */
async function broken(typeface: Typeface, text: string, { weight, size, width }: Fit): Promise<SetLine[]> {
  const lines: SetLine[] = [];
  let current = '';
  for (const piece of text.match(/\P{Script=Han}+?(?:\s+|(?=\p{Script=Han})|$)|\p{Script=Han}/gu) ?? []) {
    const longer = await typeface.set((current + piece).trimEnd(), weight, size);
    if (longer.width <= width || current === '') current += piece;
    else {
      lines.push(await typeface.set(current.trimEnd(), weight, size));
      current = piece;
    }
  }
  return [...lines, await typeface.set(current.trimEnd(), weight, size)];
}

/** As many letters as there is room for; none where there is none. */
async function shortened(typeface: Typeface, text: string, { weight, size, width }: Fit): Promise<SetLine> {
  const letters = [...text];
  const upTo = (count: number) =>
    typeface.set(`${letters.slice(0, count).join('').trimEnd()}…`, weight, size);
  let [fits, tooMany] = [0, letters.length + 1];
  while (tooMany - fits > 1) {
    const middle = Math.floor((fits + tooMany) / 2);
    if ((await upTo(middle)).width <= width) fits = middle;
    else tooMany = middle;
  }
  return upTo(fits);
}
