import { ByteProgress } from '../pull/byte-progress.js';

/** A bar for one file or pack after the other. */
export class WatchedBytes {
  private bar: ByteProgress | null = null;

  begins(what: string, bytes: number, had = 0): void {
    this.bar?.end();
    this.bar = new ByteProgress(what, bytes, had);
  }

  readonly came = (bytes: number): void => this.bar?.add(bytes);

  end(): void {
    this.bar?.end();
    this.bar = null;
  }
}
