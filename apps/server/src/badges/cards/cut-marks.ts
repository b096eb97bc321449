import { POINTS_PER_MM } from './card-size.js';

/** Cards side by side, in millimetres: where the first one lies, how large each is, how many there are. */
export interface Cut {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rows: number;
}

const LENGTH = 3;
/** Hair thin: a quarter of a point. */
const LINE_MM = 0.09;

/** Marks outside of the cards, at the ends of every cut. @param apart millimetres between a card and a mark */
export function cutMarks(pdf: PDFKit.PDFDocument, cut: Cut, apart: number): void {
  const [right, bottom] = [cut.x + cut.columns * cut.width, cut.y + cut.rows * cut.height];
  pdf.save();
  pdf.scale(POINTS_PER_MM).lineWidth(LINE_MM).strokeColor('#000000');
  for (let column = 0; column <= cut.columns; column++) {
    const x = cut.x + column * cut.width;
    pdf.moveTo(x, cut.y - apart).lineTo(x, cut.y - apart - LENGTH);
    pdf.moveTo(x, bottom + apart).lineTo(x, bottom + apart + LENGTH);
  }
  for (let row = 0; row <= cut.rows; row++) {
    const y = cut.y + row * cut.height;
    pdf.moveTo(cut.x - apart, y).lineTo(cut.x - apart - LENGTH, y);
    pdf.moveTo(right + apart, y).lineTo(right + apart + LENGTH, y);
  }
  pdf.stroke();
  pdf.restore();
}
