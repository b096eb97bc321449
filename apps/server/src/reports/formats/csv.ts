import { Readable } from 'node:stream';
import { csvLine, type ReportColumnKind } from '@rollcall/contracts';
import type { Cell, Column, CsvShape, Report } from '../report.js';
import { durationText, momentText } from './written.js';

const BYTE_ORDER_MARK = '\uFEFF';

/** RFC 4180, UTF-8. Dates are written as ISO 8601 in every language: programs read them. */
export function csvOf(report: Report, bom: boolean): Readable {
  return Readable.from(lines(report, bom), { objectMode: false });
}

async function* lines({ columns, csv, batches }: Report, bom: boolean): AsyncGenerator<Buffer> {
  const head = csvLine(
    columns.map(({ title }) => title),
    csv.delimiter,
  );
  yield Buffer.from((bom ? BYTE_ORDER_MARK : '') + head);
  const kinds = columns.map(({ kind }: Column) => kind);
  for await (const { rows } of batches) {
    const text = rows.map((row) =>
      csvLine(
        row.map((cell, i) => written(cell, kinds[i]!, csv)),
        csv.delimiter,
      ),
    );
    yield Buffer.from(text.join(''));
  }
}

function written(cell: Cell, kind: ReportColumnKind, { decimalComma, dayFirst }: CsvShape): Cell {
  if (cell === null) return null;
  if (typeof cell === 'number') {
    if (kind === 'minutes' || kind === 'day') return durationText(cell);
    if (kind === 'days') return decimalComma ? String(cell).replace('.', ',') : cell;
    return kind === 'hours' ? decimal(cell, decimalComma) : cell;
  }
  if (kind === 'moment') return momentText(cell);
  return kind === 'date' && dayFirst ? cell.split('-').reverse().join('.') : cell;
}

const decimal = (value: number, comma: boolean) =>
  comma ? value.toFixed(2).replace('.', ',') : value.toFixed(2);
