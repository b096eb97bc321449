const WIDTH = 28;
const OFTEN_MS = 100;

/** A bar of megabytes on the terminal; on anything else nothing. */
export class ByteProgress {
  private drawn = 0;
  private readonly live = process.stderr.isTTY;

  /** @param total 0 where it is not known */
  constructor(
    private readonly what: string,
    private readonly total: number,
    private done: number,
  ) {}

  add(bytes: number): void {
    this.done += bytes;
    if (!this.live || (Date.now() - this.drawn < OFTEN_MS && this.done < this.total)) return;
    this.drawn = Date.now();
    process.stderr.write(`\r${this.what} ${this.bar()}`);
  }

  end(): void {
    if (this.live) process.stderr.write('\r\x1b[2K');
  }

  private bar(): string {
    const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
    if (this.total === 0) return `${megabytes(this.done)} MB`;
    const filled = Math.min(WIDTH, Math.round((this.done / this.total) * WIDTH));
    return `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${megabytes(this.done)}/${megabytes(this.total)} MB`;
  }
}
