/** Which ids came already, as far back as so many of them. */
export class RecentIds {
  private readonly ids: Set<string>;

  constructor(
    private readonly limit: number,
    first: readonly string[] = [],
  ) {
    this.ids = new Set(first);
  }

  get oldest(): string | undefined {
    return this.ids.values().next().value;
  }

  /** True the first time. */
  add(id: string): boolean {
    if (this.ids.has(id)) return false;
    this.ids.add(id);
    if (this.ids.size > this.limit) this.ids.delete(this.oldest!);
    return true;
  }
}

/** An id of version 7 as it would have been so much earlier: a bound for what came since. */
export function idEarlier(id: string, ms: number): string {
  const at = parseInt(id.replace('-', '').slice(0, 12), 16);
  const earlier = Math.max(0, at - ms)
    .toString(16)
    .padStart(12, '0');
  return `${earlier.slice(0, 8)}-${earlier.slice(8)}-7000-8000-000000000000`;
}
