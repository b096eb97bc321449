import { fitted } from '../../../platform/typeface/fitted.js';
import type { SetLine, Typeface, Weight } from '../../../platform/typeface/typeface.js';

/** Texts that are remembered: a report says the same few again and again. */
const MOST_KNOWN = 20_000;
const MOST_LINES = 3;
const LEAST = 0.6;

/** Sets the texts of a document, each once. */
export class Typesetter {
  private readonly known = new Map<string, SetLine[]>();

  constructor(private readonly typeface: Typeface) {}

  /** As many lines as it needs in a column of so many points; a little smaller or cut short where it must be. */
  async set(
    text: string,
    weight: Weight,
    size: number,
    width: number,
    least = LEAST * size,
  ): Promise<SetLine[]> {
    const key = `${weight} ${size} ${least} ${width} ${text}`;
    const known = this.known.get(key);
    if (known) return known;
    const fit = { weight, size, least, width, lines: MOST_LINES };
    const lines = await fitted(this.typeface, text, fit);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, lines);
    return lines;
  }

  /** How wide a text is, in its own size. */
  async widthOf(text: string, weight: Weight): Promise<number> {
    return (await this.typeface.set(text, weight, 1)).width;
  }
}
