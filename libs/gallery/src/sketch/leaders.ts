/** What is known of a person's best cosine with the probe: it lies between `low` and `high`. */
export interface Standing {
  readonly person: number;
  low: number;
  high: number;
}

/**
 * The people met so far in a search, and the cosine that somebody must possibly reach to be among the best `limit`:
 * the limit-th highest of the values that people surely reach.
 */
export class Leaders {
  private readonly met = new Map<number, Standing>();
  /** The best `limit` by `low`, in no order. */
  private readonly best: Standing[] = [];
  private bar = -Infinity;

  constructor(private readonly limit: number) {}

  /** Who stands below it is not among the best `limit`. */
  get cutoff(): number {
    return this.bar;
  }

  /** One of the person's rows has a cosine of `similarity`, give or take `error`. */
  meet(person: number, similarity: number, error: number): void {
    const low = similarity - error;
    const high = similarity + error;
    const standing = this.met.get(person);
    if (!standing) {
      const entered = { person, low, high };
      this.met.set(person, entered);
      this.rise(entered);
      return;
    }
    if (high > standing.high) standing.high = high;
    if (low <= standing.low) return;
    standing.low = low;
    this.rise(standing);
  }

  /** Everyone who may be among the best `limit`, in no order. */
  contenders(): Standing[] {
    return [...this.met.values()].filter(({ high }) => high >= this.bar);
  }

  private rise(standing: Standing): void {
    if (standing.low <= this.bar && this.best.length === this.limit) return;
    if (!this.best.includes(standing)) {
      if (this.best.length < this.limit) this.best.push(standing);
      else this.best[this.lowest()] = standing;
    }
    if (this.best.length === this.limit) this.bar = this.best[this.lowest()]!.low;
  }

  private lowest(): number {
    let lowest = 0;
    for (let i = 1; i < this.best.length; i++) if (this.best[i]!.low < this.best[lowest]!.low) lowest = i;
    return lowest;
  }
}
