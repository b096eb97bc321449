import { PassThrough, type Readable } from 'node:stream';
import PDFDocument from 'pdfkit';
import type { Typeface } from '../../../platform/typeface/typeface.js';
import type { Report } from '../../report.js';
import type { PageLook } from '../page-look.js';
import { roomOf, SHEETS } from './paper.js';
import { tableLayout } from './table-layout.js';
import { TablePages } from './table-pages.js';
import { Typesetter } from './typesetter.js';

/** A document to print, page after page as its rows are read. */
export function pdfOf(report: Report, look: PageLook, typeface: Typeface): Readable {
  const out = new PassThrough();
  write(out, report, look, typeface).catch((error: Error) => out.destroy(error));
  return out;
}

async function write(out: PassThrough, whole: Report, look: PageLook, typeface: Typeface): Promise<void> {
  const report = withoutDepartment(whole);
  const info = { Title: report.title, Creator: 'Rollcall', Producer: 'Rollcall', CreationDate: look.made };
  const pdf = new PDFDocument({ autoFirstPage: false, info, displayTitle: true, lang: look.lang });
  pdf.on('data', (bytes: Buffer) => out.write(bytes));
  pdf.on('end', () => out.end());
  const setter = new Typesetter(typeface);
  const layout = await tableLayout(report.columns, look.lang, roomOf(SHEETS[look.paper]), setter);
  const pages = new TablePages(pdf, report, look, layout, setter);
  for await (const { section, rows } of report.batches) {
    for (const row of rows) await pages.row(section, row);
    if (!(await hasRoom(out))) return;
  }
  await pages.finish();
  pdf.end();
}

/** Its name stands over its rows, once. */
function withoutDepartment(report: Report): Report {
  const place = report.columns.findIndex(({ key }) => key === 'department');
  if (place < 0) return report;
  const without = <T>(list: readonly T[]): T[] => list.toSpliced(place, 1);
  return {
    ...report,
    columns: without(report.columns),
    batches: mapped(report.batches, ({ section, rows }) => ({ section, rows: rows.map(without) })),
  };
}

async function* mapped<T>(items: AsyncIterable<T>, of: (item: T) => T): AsyncGenerator<T> {
  for await (const item of items) yield of(item);
}

/** pdfkit waits for nobody; false where nobody reads any more. */
async function hasRoom(out: PassThrough): Promise<boolean> {
  if (out.writableNeedDrain) await drained(out);
  return !out.destroyed;
}

const drained = (out: PassThrough) =>
  new Promise<void>((resolve) => {
    const done = () => {
      out.off('drain', done).off('close', done);
      resolve();
    };
    out.on('drain', done).on('close', done);
  });
