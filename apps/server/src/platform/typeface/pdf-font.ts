/** Makes a font that was opened already the one that a document writes with; pdfkit takes such, its types do not say so. */
export const useFont = (pdf: PDFKit.PDFDocument, font: object): PDFKit.PDFDocument =>
  pdf.font(font as Buffer, nameOf(font));

/** pdfkit tells fonts apart by name; those of one document are few. */
const names = new WeakMap<object, string>();
let count = 0;
function nameOf(font: object): string {
  const name = names.get(font) ?? `face-${++count}`;
  names.set(font, name);
  return name;
}
