import type { Batch, Row } from '../../report.js';

/** What a sheet holds at most, under its heading. */
const MOST_ROWS = 1_048_575;

/** Divides rows that come once into sheets: one for each department, or several where one is too long. */
export class SheetFeed {
  private readonly batches: AsyncIterator<Batch>;
  private waiting: Batch | null = null;

  constructor(batches: AsyncIterable<Batch>) {
    this.batches = batches[Symbol.asyncIterator]();
  }

  /** The department of the next sheet; null after the last. */
  async next(): Promise<string | null> {
    this.waiting ??= await this.read();
    return this.waiting?.section ?? null;
  }

  /** Its rows. They have to be read to the end before the next sheet is asked for. */
  async *rows(section: string): AsyncGenerator<readonly Row[]> {
    for (let room = MOST_ROWS; room > 0;) {
      this.waiting ??= await this.read();
      if (this.waiting?.section !== section) return;
      const { rows } = this.waiting;
      this.waiting = rows.length > room ? { section, rows: rows.slice(room) } : null;
      yield rows.length > room ? rows.slice(0, room) : rows;
      room -= rows.length;
    }
  }

  private async read(): Promise<Batch | null> {
    const next = await this.batches.next();
    return next.done ? null : next.value;
  }
}
