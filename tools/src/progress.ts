const WIDTH = 28;

/** A bar on the terminal; on anything else nothing, so that a pipe gets the result alone. */
export class Progress {
  private done = 0;
  private readonly live = process.stderr.isTTY;

  constructor(
    private readonly what: string,
    private readonly total: number,
  ) {}

  step(): void {
    this.done++;
    if (!this.live) return;
    const filled = Math.round((this.done / this.total) * WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    process.stderr.write(`\r${this.what} ${bar} ${this.done}/${this.total}`);
  }

  end(): void {
    if (this.live) process.stderr.write('\r\x1b[2K');
  }
}
