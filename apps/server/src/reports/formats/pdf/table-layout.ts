import type { ReportColumnKind, ReportLanguage } from '@rollcall/contracts';
import type { Cell, Column } from '../../report.js';
import { cellTexts } from './cell-text.js';
import type { Typesetter } from './typesetter.js';

/** Where columns stand, in points from the left margin, and how large they are written. */
export interface TableLayout {
  readonly size: number;
  /** Above and below the letters of a row. */
  readonly padding: number;
  readonly columns: readonly PlacedColumn[];
}
interface PlacedColumn {
  readonly x: number;
  readonly width: number;
  readonly right: boolean;
  /** On either side of what it holds. */
  readonly padding: number;
}

/** The widest that a column of a kind usually holds. */
const WIDEST: Record<Exclude<ReportColumnKind, 'text'>, Cell> = {
  integer: 100,
  days: '00.5',
  minutes: 100 * 60,
  hours: 100,
  date: '2026-11-30',
  moment: '2026-11-30T20:00:00',
  day: 10 * 60,
};
/** The day before: a night shift ends on the day after its own, and that takes most room. */
const ITS_DAY = '2026-11-29';
/** In the size of the letters: what texts want to have. */
const WANTED: Record<string, number> = {
  personId: 19,
  employeeNo: 7.2,
  name: 9,
  exception: 14,
  flags: 13,
  ignored: 13,
  locked: 3.5,
  direction: 4,
};
const USUAL = 7;
const PADDING = 0.3;
/** There are up to thirty-one of them. */
const PADDING_OF_DAY = 0.2;
const paddingOf = ({ kind }: Column) => (kind === 'day' ? PADDING_OF_DAY : PADDING);
const LARGEST = 9;
/** What fits exactly fits also after it was scaled. */
const ROUNDING = 1.01;

/** Columns share the room by what they hold; letters are as large as that allows. */
export async function tableLayout(
  columns: readonly Column[],
  lang: ReportLanguage,
  room: number,
  setter: Typesetter,
): Promise<TableLayout> {
  const widest = widestTexts(columns, lang);
  const wanted = await Promise.all(columns.map((column, i) => widthWanted(column, widest[i]!, setter)));
  const sum = wanted.reduce((total, width, i) => total + width + 2 * paddingOf(columns[i]!), 0);
  const size = Math.min(LARGEST, room / sum);
  const texts = columns.filter(({ kind }) => kind === 'text').length;
  const left = Math.max(0, room - size * sum) / Math.max(1, texts);
  let x = 0;
  const placed = columns.map((column, i) => {
    const width = (wanted[i]! + 2 * paddingOf(column)) * size + (column.kind === 'text' ? left : 0);
    x += width;
    return { x: x - width, width, right: isNumber(column.kind), padding: paddingOf(column) * size };
  });
  return { size, padding: PADDING * size, columns: placed };
}

const isNumber = (kind: ReportColumnKind) => kind !== 'text' && kind !== 'date' && kind !== 'moment';

/** As they are printed in a language. */
function widestTexts(columns: readonly Column[], lang: ReportLanguage): string[] {
  const row = columns.map(({ kind }) => (kind === 'text' ? null : WIDEST[kind]));
  const onItsDay = columns.map(({ key }, i) => (key === 'date' ? ITS_DAY : row[i]!));
  return cellTexts(onItsDay, columns, lang);
}

/** A heading is broken at its spaces, so its longest word counts. */
async function widthWanted(
  { key, kind, title }: Column,
  widest: string,
  setter: Typesetter,
): Promise<number> {
  const words = await Promise.all(title.split(' ').map((word) => setter.widthOf(word, 'bold')));
  const held = kind === 'text' ? (WANTED[key] ?? USUAL) : await setter.widthOf(widest, 'regular');
  return ROUNDING * Math.max(held, ...words);
}
