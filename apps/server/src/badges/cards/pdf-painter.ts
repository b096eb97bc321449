import type PDFDocument from 'pdfkit';
import { useFont } from '../../platform/typeface/pdf-font.js';
import { POINTS_PER_MM } from './card-size.js';
import type { Drawing, Shape } from './drawing.js';

/**
 * Paints a side of a card with its upper left corner at a place of the page.
 *
 * @param bleed millimetres of colour beyond the edge of the card
 */
export function paintCard(
  pdf: PDFKit.PDFDocument,
  drawing: Drawing,
  x: number,
  y: number,
  bleed: number,
): void {
  const { width, height, background } = drawing;
  pdf.save();
  pdf.scale(POINTS_PER_MM).translate(x, y);
  pdf.rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed).clip();
  pdf.rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed).fill(background);
  for (const shape of drawing.shapes) paint(pdf, shape);
  pdf.restore();
}

function paint(pdf: InstanceType<typeof PDFDocument>, shape: Shape): void {
  switch (shape.kind) {
    case 'area':
      outline(pdf, shape).fill(shape.fill);
      return;
    case 'path':
      pdf.save();
      pdf.translate(shape.x, shape.y).scale(shape.unit).path(shape.path).fill(shape.fill);
      pdf.restore();
      return;
    case 'picture': {
      pdf.save();
      outline(pdf, shape).clip();
      const { x, y, width, height, fit } = shape;
      const center = { align: 'center', valign: 'center' } as const;
      const size: [number, number] = [width, height];
      pdf.image(opened(pdf, shape.image), x, y, { [fit === 'cover' ? 'cover' : 'fit']: size, ...center });
      pdf.restore();
      return;
    }
    case 'line':
      for (const { font, text, x } of shape.text.runs) {
        useFont(pdf, font).fontSize(shape.text.size).fill(shape.fill);
        pdf.text(text, shape.x + x, shape.y, { lineBreak: false, baseline: 'alphabetic' });
      }
  }
}

function outline(
  pdf: PDFKit.PDFDocument,
  { x, y, width, height, radius }: Extract<Shape, { kind: 'area' | 'picture' }>,
) {
  return radius ? pdf.roundedRect(x, y, width, height, radius) : pdf.rect(x, y, width, height);
}

/** What pdfkit documents and its types leave out. */
interface OpensImages {
  openImage(bytes: Buffer): PDFKit.Mixins.ImageSrc;
}

/** The pictures of a document that is being written. */
const pictures = new WeakMap<PDFKit.PDFDocument, Map<Uint8Array, PDFKit.Mixins.ImageSrc>>();

/** The same picture on ten cards is written once: pdfkit takes an opened one, and embeds it when it is first painted. */
function opened(pdf: PDFKit.PDFDocument, image: Uint8Array): PDFKit.Mixins.ImageSrc {
  const known = pictures.get(pdf) ?? new Map<Uint8Array, PDFKit.Mixins.ImageSrc>();
  pictures.set(pdf, known);
  const picture = known.get(image) ?? (pdf as unknown as OpensImages).openImage(Buffer.from(image));
  known.set(image, picture);
  return picture;
}
