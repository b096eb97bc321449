/**
 * The people with the fewest sign bits that differ from the probe's: a histogram of everyone's best says at which
 * distance there are enough. It counts people, not rows, so that somebody with hundreds of photos takes one place.
 */
export class NearestSigns {
  private readonly best = new Map<number, number>();
  private readonly histogram: Uint32Array;
  private within = 0;
  private bar: number;

  constructor(
    private readonly wanted: number,
    dimension: number,
  ) {
    this.histogram = new Uint32Array(dimension + 1);
    this.bar = dimension;
  }

  /** Who is further away is not needed. */
  get cutoff(): number {
    return this.bar;
  }

  /** One of the person's rows differs in so many bits; at most `cutoff` as it was when the row's block was scanned. */
  meet(person: number, distance: number): void {
    if (distance > this.bar) return;
    const before = this.best.get(person);
    if (before !== undefined && before <= distance) return;
    this.best.set(person, distance);
    this.histogram[distance]!++;
    if (before !== undefined) this.histogram[before]!--;
    if (before === undefined || before > this.bar) this.within++;
    while (this.within - this.histogram[this.bar]! >= this.wanted) this.within -= this.histogram[this.bar--]!;
  }

  /** The nearest `wanted` people, and those who are exactly as near as the last of them. */
  *picked(): Generator<number> {
    for (const [person, distance] of this.best) if (distance <= this.bar) yield person;
  }
}
