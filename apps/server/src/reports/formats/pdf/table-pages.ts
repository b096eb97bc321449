import type { SetLine } from '../../../platform/typeface/typeface.js';
import type { Column, Report, Row } from '../../report.js';
import { wordsOf } from '../../words/words-of.js';
import type { PageLook } from '../page-look.js';
import { cellTexts } from './cell-text.js';
import { roomOf, SHEETS, type Sheet } from './paper.js';
import { Pencil } from './pencil.js';
import type { TableLayout } from './table-layout.js';
import type { Typesetter } from './typesetter.js';

const TITLE_SIZE = 13;
const NOTE_SIZE = 8.5;
const LEADING = 1.3;
/** Of a line of letters: how far its baseline is under its upper edge. */
const ASCENT = 1.02;
const FOOTER = 16;
const BAND = '#e9eef5';
const RULE = '#d5dae3';

/** Pages of a table: each begins with what the report is, the headings of its columns, and the department. */
export class TablePages {
  private readonly pencil: Pencil;
  private readonly sheet: Sheet;
  private page = 0;
  private y = 0;
  private section: string | null = null;

  constructor(
    private readonly pdf: PDFKit.PDFDocument,
    private readonly report: Omit<Report, 'batches'>,
    private readonly look: PageLook,
    private readonly layout: TableLayout,
    private readonly setter: Typesetter,
  ) {
    this.pencil = new Pencil(pdf);
    this.sheet = SHEETS[look.paper];
  }

  async row(section: string, row: Row): Promise<void> {
    const cells = await this.set(cellTexts(row, this.report.columns, this.look.lang));
    const height = this.heightOf(cells);
    if (this.page === 0 || this.y + height + this.heightOfBand() > this.bottom()) await this.begin(section);
    else if (section !== this.section) await this.band(section);
    this.write(cells);
    this.y += height;
    const { margin } = this.sheet;
    this.pdf
      .moveTo(margin, this.y)
      .lineTo(margin + roomOf(this.sheet), this.y)
      .lineWidth(0.3)
      .stroke(RULE);
  }

  /** Also where there was no row: a report of nothing is a page. */
  async finish(): Promise<void> {
    if (this.page === 0) await this.begin(null);
    await this.end();
  }

  private async begin(section: string | null): Promise<void> {
    if (this.page > 0) await this.end();
    const { width, height, margin } = this.sheet;
    this.pdf.addPage({ size: [width, height], margin: 0 });
    this.page++;
    this.y = margin;
    await this.paragraph(this.report.title, 'bold', TITLE_SIZE);
    for (const note of this.report.notes) await this.paragraph(note, 'regular', NOTE_SIZE);
    this.y += 4;
    await this.headings();
    if (section !== null) await this.band(section);
  }

  private async end(): Promise<void> {
    const { height, margin } = this.sheet;
    const words = wordsOf(this.look.lang).page(this.page);
    const [line] = await this.setter.set(words, 'regular', NOTE_SIZE, roomOf(this.sheet));
    this.pencil.write(line!, margin + roomOf(this.sheet) - line!.width, height - margin);
    this.pencil.finishPage();
  }

  private async paragraph(text: string, weight: 'regular' | 'bold', size: number): Promise<void> {
    for (const line of await this.setter.set(text, weight, size, roomOf(this.sheet))) {
      this.pencil.write(line, this.sheet.margin, this.y + ASCENT * size);
      this.y += LEADING * size;
    }
  }

  private async headings(): Promise<void> {
    const cells = await Promise.all(this.report.columns.map((column, i) => this.heading(column, i)));
    const height = this.heightOf(cells);
    this.pdf.rect(this.sheet.margin, this.y, roomOf(this.sheet), height).fill(BAND);
    this.write(cells);
    this.y += height;
  }

  /** All in letters of one size. Days have their number over their weekday, whether both fit on a line or not. */
  private async heading({ title, kind }: Column, i: number): Promise<SetLine[]> {
    const { size, columns } = this.layout;
    const { width, padding } = columns[i]!;
    const texts = kind === 'day' ? title.split(' ') : [title];
    const lines = texts.map((text) => this.setter.set(text, 'bold', size, width - 2 * padding, size));
    return (await Promise.all(lines)).flat();
  }

  private async band(section: string): Promise<void> {
    this.section = section;
    this.y += this.layout.padding;
    const [line] = await this.setter.set(section, 'bold', this.layout.size, roomOf(this.sheet));
    if (line) this.pencil.write(line, this.sheet.margin + this.layout.padding, this.y + ASCENT * line.size);
    this.y += LEADING * this.layout.size;
  }

  private set(texts: readonly string[], weight: 'regular' | 'bold' = 'regular'): Promise<SetLine[][]> {
    const { size, columns } = this.layout;
    return Promise.all(
      texts.map((text, i) => {
        const { width, padding } = columns[i]!;
        return this.setter.set(text, weight, size, width - 2 * padding);
      }),
    );
  }

  private write(cells: readonly SetLine[][]): void {
    const { size, padding: above, columns } = this.layout;
    for (const [i, lines] of cells.entries()) {
      const { x, width, right, padding } = columns[i]!;
      for (const [n, line] of lines.entries()) {
        const left = this.sheet.margin + x + (right ? width - padding - line.width : padding);
        this.pencil.write(line, left, this.y + above + (ASCENT + n * LEADING) * size);
      }
    }
  }

  private heightOf(cells: readonly SetLine[][]): number {
    const most = cells.reduce((lines, cell) => Math.max(lines, cell.length), 1);
    return most * LEADING * this.layout.size + 2 * this.layout.padding;
  }

  private heightOfBand(): number {
    return LEADING * this.layout.size + this.layout.padding;
  }

  private bottom(): number {
    return this.sheet.height - this.sheet.margin - FOOTER;
  }
}
