import type { SetLine } from '../../../platform/typeface/typeface.js';
import { useFont } from '../../../platform/typeface/pdf-font.js';

/** What pdfkit has and its types leave out. */
interface Inside {
  readonly page: { readonly height: number; readonly fonts: Record<string, unknown> };
  readonly _font: {
    readonly id: string;
    ref(): unknown;
    encode(text: string): [codes: string[], positions: unknown[]];
  };
  addContent(operators: string): void;
}

interface Coded {
  readonly id: string;
  readonly ref: unknown;
  readonly codes: string;
}

const places = (value: number) => value.toFixed(2);
const MOST_CODED = 20_000;

/**
 * Writes lines of text on the pages of a document. pdfkit's own `text` does eight things for each piece, of which a
 * table of a hundred thousand cells needs two: the codes of its letters, which are kept, and where they begin.
 */
export class Pencil {
  private readonly coded = new Map<object, Map<string, Coded>>();
  private waiting: string[] = [];

  constructor(private readonly pdf: PDFKit.PDFDocument) {}

  /** @param x and `baseline` in points from the upper left corner of the page */
  write(line: SetLine, x: number, baseline: number): void {
    const { page } = this.pdf as unknown as Inside;
    for (const run of line.runs) {
      const { id, ref, codes } = this.codesOf(run.font, run.text);
      page.fonts[id] ??= ref;
      const place = `${places(x + run.x)} ${places(page.height - baseline)}`;
      this.waiting.push(`/${id} ${places(line.size)} Tf 1 0 0 1 ${place} Tm <${codes}> Tj`);
    }
  }

  /** Puts everything that was written on the page. */
  finishPage(): void {
    const inside = this.pdf as unknown as Inside;
    this.pdf.save();
    // pdfkit's pages count from above, and letters would stand on their heads.
    this.pdf.transform(1, 0, 0, -1, 0, inside.page.height);
    this.pdf.fillColor('#111827');
    inside.addContent(`BT\n${this.waiting.join('\n')}\nET`);
    this.pdf.restore();
    this.waiting = [];
  }

  private codesOf(font: object, text: string): Coded {
    const own = this.coded.get(font) ?? new Map<string, Coded>();
    this.coded.set(font, own);
    const known = own.get(text);
    if (known) return known;
    useFont(this.pdf, font);
    const { _font } = this.pdf as unknown as Inside;
    const coded = { id: _font.id, ref: _font.ref(), codes: _font.encode(text)[0].join('') };
    if (own.size >= MOST_CODED) own.clear();
    own.set(text, coded);
    return coded;
  }
}
