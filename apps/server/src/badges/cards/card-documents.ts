import { buffer } from 'node:stream/consumers';
import type { SheetPaper } from '@rollcall/contracts';
import PDFDocument from 'pdfkit';
import { BLEED, PAPERS, POINTS_PER_MM, type Size } from './card-size.js';
import { cutMarks, type Cut } from './cut-marks.js';
import type { Drawing } from './drawing.js';
import { paintCard } from './pdf-painter.js';

/** Both sides of one card. */
export interface CardDrawings {
  readonly front: Drawing;
  readonly back: Drawing;
}

const COLUMNS = 2;
const ROWS = 5;
export const PER_SHEET = COLUMNS * ROWS;
/** Around a card that is printed with bleed: room for the marks. */
const MARGIN = 10;

/** Two pages of the size of the card, for a card printer. */
export function cardPages({ front, back }: CardDrawings, made: Date): Promise<Buffer> {
  return written(made, (pdf) => {
    for (const side of [front, back]) {
      addPage(pdf, side);
      paintCard(pdf, side, 0, 0, 0);
    }
  });
}

/** Two pages for a print shop: colour beyond the cut, marks where to cut, and the boxes that say so. */
export function bleedPages({ front, back }: CardDrawings, made: Date): Promise<Buffer> {
  return written(made, (pdf) => {
    for (const side of [front, back]) {
      const page = { width: side.width + 2 * MARGIN, height: side.height + 2 * MARGIN };
      addPage(pdf, page);
      const trim = { x: MARGIN, y: MARGIN, width: side.width, height: side.height };
      setBox(pdf, 'TrimBox', trim, 0);
      setBox(pdf, 'BleedBox', trim, BLEED);
      paintCard(pdf, side, MARGIN, MARGIN, BLEED);
      cutMarks(pdf, { ...trim, columns: 1, rows: 1 }, BLEED + 1);
    }
  });
}

/** Ten to a sheet, side by side; every second page has the backs, for a printer that turns the paper on its long edge. */
export function sheets(cards: readonly CardDrawings[], paper: SheetPaper, made: Date): Promise<Buffer> {
  return written(made, (pdf) => {
    for (let first = 0; first < cards.length; first += PER_SHEET) {
      const ten = cards.slice(first, first + PER_SHEET);
      sheet(
        pdf,
        ten.map(({ front }) => front),
        PAPERS[paper],
        false,
      );
      sheet(
        pdf,
        ten.map(({ back }) => back),
        PAPERS[paper],
        true,
      );
    }
  });
}

function sheet(pdf: PDFKit.PDFDocument, sides: readonly Drawing[], paper: Size, mirrored: boolean): void {
  addPage(pdf, paper);
  // Cards that are worn upright lie on their side, so that ten of them fit as well.
  const { width: across, height: down } = lying(sides[0]!);
  const block: Cut = {
    x: (paper.width - COLUMNS * across) / 2,
    y: (paper.height - ROWS * down) / 2,
    width: across,
    height: down,
    columns: COLUMNS,
    rows: ROWS,
  };
  for (const [i, side] of sides.entries()) {
    const column = mirrored ? COLUMNS - 1 - (i % COLUMNS) : i % COLUMNS;
    const [x, y] = [block.x + column * across, block.y + Math.floor(i / COLUMNS) * down];
    if (side.width > side.height) paintCard(pdf, side, x, y, 0);
    else turned(pdf, side, x, y, mirrored);
  }
  cutMarks(pdf, block, 1);
}

/** The head of a front lies to the left; the back's as well once the paper is turned. */
function turned(pdf: PDFKit.PDFDocument, side: Drawing, x: number, y: number, back: boolean): void {
  pdf.save();
  const [cx, cy] = [x + side.height / 2, y + side.width / 2].map((mm) => mm * POINTS_PER_MM) as [
    number,
    number,
  ];
  pdf.rotate(back ? 90 : -90, { origin: [cx, cy] });
  paintCard(pdf, side, x + (side.height - side.width) / 2, y + (side.width - side.height) / 2, 0);
  pdf.restore();
}

const lying = ({ width, height }: Size): Size => ({
  width: Math.max(width, height),
  height: Math.min(width, height),
});

function written(made: Date, draw: (pdf: PDFKit.PDFDocument) => void): Promise<Buffer> {
  const info = { Title: 'Badges', Creator: 'Rollcall', Producer: 'Rollcall', CreationDate: made };
  const pdf = new PDFDocument({ autoFirstPage: false, info, displayTitle: true });
  const bytes = buffer(pdf);
  draw(pdf);
  pdf.end();
  return bytes;
}

function addPage(pdf: PDFKit.PDFDocument, { width, height }: Size): void {
  pdf.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
}

/** PDF counts from the lower left corner. */
function setBox(
  pdf: PDFKit.PDFDocument,
  name: string,
  place: Size & { x: number; y: number },
  around: number,
): void {
  const { x, y, width, height } = place;
  const page = pdf.page as unknown as { height: number; dictionary: { data: Record<string, unknown> } };
  page.dictionary.data[name] = [
    (x - around) * POINTS_PER_MM,
    page.height - (y + height + around) * POINTS_PER_MM,
    (x + width + around) * POINTS_PER_MM,
    page.height - (y - around) * POINTS_PER_MM,
  ];
}
