import type { Run, SetLine } from '../../../platform/typeface/typeface.js';
import { useFont } from '../../../platform/typeface/pdf-font.js';

/** In thousandths of the size; `advanceWidth` is the letter's own, `xAdvance` what it takes here. */
interface Position {
  readonly advanceWidth: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
}

/** What pdfkit has and its types leave out. */
interface Inside {
  readonly page: { readonly height: number; readonly fonts: Record<string, unknown> };
  readonly _font: {
    readonly id: string;
    ref(): unknown;
    encode(text: string): [codes: string[], positions: Position[]];
  };
  addContent(operators: string): void;
}

interface Coded {
  readonly id: string;
  readonly ref: unknown;
  /** Null where letters stand above or below others, as accents of some scripts do: pdfkit knows how. */
  readonly codes: string | null;
}

const places = (value: number) => value.toFixed(2);
const INK = '#111827';
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
      if (codes === null) {
        this.writeByPdfkit(run, line.size, x, baseline);
        continue;
      }
      page.fonts[id] ??= ref;
      const place = `${places(x + run.x)} ${places(page.height - baseline)}`;
      this.waiting.push(`/${id} ${places(line.size)} Tf 1 0 0 1 ${place} Tm [${codes}] TJ`);
    }
  }

  private writeByPdfkit({ font, text, x: within }: Run, size: number, x: number, baseline: number): void {
    useFont(this.pdf, font).fontSize(size).fillColor(INK);
    this.pdf.text(text, x + within, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }

  /** Puts everything that was written on the page. */
  finishPage(): void {
    const inside = this.pdf as unknown as Inside;
    this.pdf.save();
    // pdfkit's pages count from above, and letters would stand on their heads.
    this.pdf.transform(1, 0, 0, -1, 0, inside.page.height);
    this.pdf.fillColor(INK);
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
    const coded = { id: _font.id, ref: _font.ref(), codes: joined(..._font.encode(text)) };
    if (own.size >= MOST_CODED) own.clear();
    own.set(text, coded);
    return coded;
  }
}

/** Codes of letters, and between them how much closer they stand than they would by themselves. */
function joined(codes: readonly string[], positions: readonly Position[]): string | null {
  if (positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0)) return null;
  let text = '<';
  for (const [i, { advanceWidth, xAdvance }] of positions.entries()) {
    const closer = Math.round(advanceWidth - xAdvance);
    text += codes[i]! + (closer === 0 ? '' : `> ${closer} <`);
  }
  return `${text}>`;
}
