import type { ReportColumnKind } from '@rollcall/contracts';
import type { Column } from '../../report.js';
import type { Typesetter } from './typesetter.js';

/** Where columns stand, in points from the left margin, and how large they are written. */
export interface TableLayout {
  readonly size: number;
  readonly padding: number;
  readonly columns: readonly { readonly x: number; readonly width: number; readonly right: boolean }[];
}

/** The widest that a column of a kind usually holds. */
const WIDEST: Record<Exclude<ReportColumnKind, 'text'>, string> = {
  integer: '000',
  days: '00.5',
  minutes: '000:00',
  hours: '000.00',
  date: '30 Sept 2026',
  moment: '2026-12-30 20:00',
  day: '00:00',
};
/** In the size of the letters: what texts want to have. */
const WANTED: Record<string, number> = {
  personId: 19,
  employeeNo: 6.5,
  name: 9,
  exception: 14,
  flags: 13,
  ignored: 13,
  locked: 3.5,
  direction: 4,
};
const USUAL = 7;
const PADDING = 0.3;
const LARGEST = 9;

/** Columns share the room by what they hold; letters are as large as that allows. */
export async function tableLayout(
  columns: readonly Column[],
  room: number,
  setter: Typesetter,
): Promise<TableLayout> {
  const wanted = await Promise.all(columns.map((column) => widthWanted(column, setter)));
  const sum = wanted.reduce((total, width) => total + width + 2 * PADDING, 0);
  const size = Math.min(LARGEST, room / sum);
  const texts = columns.filter(({ kind }) => kind === 'text').length;
  const left = Math.max(0, room - size * sum) / Math.max(1, texts);
  let x = 0;
  const placed = columns.map(({ kind }, i) => {
    const width = (wanted[i]! + 2 * PADDING) * size + (kind === 'text' ? left : 0);
    x += width;
    return { x: x - width, width, right: isNumber(kind) };
  });
  return { size, padding: PADDING * size, columns: placed };
}

const isNumber = (kind: ReportColumnKind) => kind !== 'text' && kind !== 'date' && kind !== 'moment';

/** A heading is broken at its spaces, so its longest word counts. */
async function widthWanted({ key, kind, title }: Column, setter: Typesetter): Promise<number> {
  const words = await Promise.all(title.split(' ').map((word) => setter.widthOf(word, 'bold')));
  const held = kind === 'text' ? (WANTED[key] ?? USUAL) : await setter.widthOf(WIDEST[kind], 'regular');
  return Math.max(held, ...words);
}
