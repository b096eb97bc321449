import { PassThrough, pipeline, Readable } from 'node:stream';
import ZipStream from 'zip-stream';
import type { Report } from '../../report.js';
import { wordsOf } from '../../words/words-of.js';
import type { PageLook } from '../page-look.js';
import {
  contentTypes,
  packageRelations,
  properties,
  sheetPath,
  workbookRelations,
  workbookXml,
  type Sheet,
} from './parts-xml.js';
import { SheetFeed } from './sheet-feed.js';
import { SheetNames } from './sheet-names.js';
import { columnName, sheetXml } from './sheet-xml.js';
import { stylesXml } from './styles-xml.js';

/**
 * A workbook with a sheet for each department and one that says what they are, written while its rows are read: what is
 * not sent yet is at most a page of them.
 */
export function xlsxOf(report: Report, look: PageLook): Readable {
  const zip = new ZipStream({ level: 6 });
  const out = new PassThrough();
  pipeline(zip, out, () => undefined); // Whatever ends the one ends the other, with its reason.
  new Workbook(zip, report, look).write().catch((error: Error) => zip.destroy(error));
  return out;
}

class Workbook {
  private readonly names = new SheetNames();
  private readonly sheets: Sheet[] = [];

  constructor(
    private readonly zip: ZipStream,
    private readonly report: Report,
    private readonly look: PageLook,
  ) {}

  async write(): Promise<void> {
    const { title, notes, columns, batches } = this.report;
    const { lang, paper, made } = this.look;
    const feed = new SheetFeed(batches);
    const lastColumn = columnName(columns.length - 1);
    const first = (await feed.next()) ?? title;
    for (let section: string | null = first; section !== null; section = await feed.next()) {
      const frame = { paper, filter: true, header: [title, notes[0], section].join(' · ') };
      await this.sheet(section, lastColumn, sheetXml(columns, feed.rows(section), frame));
    }
    const frame = { paper, filter: false, header: title };
    await this.sheet(wordsOf(lang).about, null, sheetXml(ABOUT, aboutRows(title, notes), frame));
    await this.part('xl/styles.xml', stylesXml(lang));
    await this.part('xl/workbook.xml', workbookXml(this.sheets));
    await this.part('xl/_rels/workbook.xml.rels', workbookRelations(this.sheets));
    await this.part('_rels/.rels', packageRelations());
    await this.part('docProps/core.xml', properties([title, ...notes].join(' · '), made));
    await this.part('[Content_Types].xml', contentTypes(this.sheets));
    this.zip.finish();
  }

  private async sheet(name: string, lastColumn: string | null, xml: AsyncIterable<Buffer>): Promise<void> {
    const place = this.sheets.push({ name: this.names.of(name), lastColumn }) - 1;
    await this.part(`xl/${sheetPath(place)}`, Readable.from(xml, { objectMode: false }));
  }

  private part(name: string, source: Readable | string): Promise<void> {
    const data = { name, date: this.look.made };
    const content = typeof source === 'string' ? Buffer.from(source) : source;
    return new Promise((resolve, reject) => {
      this.zip.entry(content, data, (error) => (error ? reject(error) : resolve()));
    });
  }
}

const ABOUT = [{ key: 'about', title: 'Rollcall', kind: 'text' }] as const;

async function* aboutRows(title: string, notes: readonly string[]) {
  yield [title, ...notes].map((line) => [line]);
}
