import type { ImportProgress } from './people-import.js';

const WIDTH = 28;
/** The rate is that of the last while: at first the server is cold, and what was taken before goes by at once. */
const WINDOW_MS = 30_000;

/** Bar, rate and remaining time, as text. */
export class ImportBar implements ImportProgress {
  private total = 0;
  private readonly marks: { readonly at: number; readonly done: number }[] = [];

  /** @param now milliseconds of a clock that only goes forward */
  constructor(
    private readonly show: (line: string) => void,
    private readonly now: () => number,
  ) {}

  begin(total: number): void {
    this.total = total;
    this.reach(0);
  }

  reach(done: number): void {
    const at = this.now();
    this.marks.push({ at, done });
    while (this.marks.length > 2 && this.marks[0]!.at < at - WINDOW_MS) this.marks.shift();
    const rate = this.perSecond();
    const filled = this.total === 0 ? WIDTH : Math.min(WIDTH, Math.round((done / this.total) * WIDTH));
    const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
    const pace = rate > 0 ? `  ${rate.toFixed(1)}/s, ${duration((this.total - done) / rate)} left` : '';
    this.show(`Importing ${bar} ${done}/${this.total}${pace}`);
  }

  private perSecond(): number {
    const first = this.marks[0]!;
    const last = this.marks.at(-1)!;
    return last.at > first.at ? ((last.done - first.done) * 1000) / (last.at - first.at) : 0;
  }
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 90) return `${whole} s`;
  const minutes = Math.round(whole / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
