import type { ReportColumnKind } from '@rollcall/contracts';
import type { Column, Row } from '../../report.js';
import { cellXml, textXml } from './cell-xml.js';
import { STYLE } from './styles-xml.js';
import { DECLARATION, escaped } from './xml.js';

const WIDTHS: Record<ReportColumnKind, number> = {
  text: 18,
  integer: 10,
  days: 10,
  minutes: 10,
  hours: 12,
  date: 15,
  moment: 21,
  day: 7,
};
const PAPERS = { a4: 9, letter: 1 };

/** What is printed above and below every page of a sheet. */
export interface SheetFrame {
  readonly paper: 'a4' | 'letter';
  readonly header: string;
  /** Over the heading, which stays in view. */
  readonly filter: boolean;
}

const LETTERS = 26;
/** A, B, ..., Z, AA, ... */
export function columnName(place: number): string {
  const rest = Math.floor(place / LETTERS) - 1;
  return (rest < 0 ? '' : columnName(rest)) + String.fromCharCode(65 + (place % LETTERS));
}

/** A sheet: a heading, and rows as they come. */
export async function* sheetXml(
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
  frame: SheetFrame,
): AsyncGenerator<Buffer> {
  const names = columns.map((_, i) => columnName(i));
  const kinds = columns.map(({ kind }) => kind);
  yield Buffer.from(headXml(columns, names, frame.filter));
  let line = 1;
  for await (const rows of batches) {
    let text = '';
    for (const row of rows) {
      line++;
      text += `<row r="${line}">`;
      for (let i = 0; i < row.length; i++) text += cellXml(names[i]! + line, row[i]!, kinds[i]!);
      text += '</row>';
    }
    yield Buffer.from(text);
  }
  yield Buffer.from(footXml(`A1:${names.at(-1)}${line}`, frame));
}

function headXml(columns: readonly Column[], names: readonly string[], frozen: boolean): string {
  const widths = columns.map(
    ({ kind }, i) => `<col min="${i + 1}" max="${i + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`,
  );
  const heading = columns.map(({ title }, i) => textXml(`${names[i]}1`, title, STYLE.heading));
  return (
    `${DECLARATION}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
    `<sheetViews><sheetView workbookViewId="0">${frozen ? PANE : ''}</sheetView></sheetViews>` +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${heading.join('')}</row>`
  );
}

const PANE = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';

const footXml = (range: string, { paper, header, filter }: SheetFrame) =>
  `</sheetData>${filter ? `<autoFilter ref="${range}"/>` : ''}` +
  `<pageSetup paperSize="${PAPERS[paper]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
  `<headerFooter><oddHeader>&amp;L${escaped(header.replaceAll('&', '&&'))}</oddHeader>` +
  '<oddFooter>&amp;C&amp;P / &amp;N</oddFooter></headerFooter></worksheet>';
