import type { LocalDate } from '@rollcall/attendance';

/** A thing that changes from a day on: which version of it was valid on a day. */
export class Dated<T> {
  private readonly versions: readonly { readonly from: LocalDate; readonly value: T }[];

  constructor(versions: readonly { readonly from: LocalDate; readonly value: T }[]) {
    this.versions = [...versions].sort((a, b) => (a.from < b.from ? -1 : 1));
  }

  /** Null before the first one. */
  on(date: LocalDate): T | null {
    return this.versions.findLast(({ from }) => from <= date)?.value ?? null;
  }
}

/** Values by a key, in the order of the rows; rows without a key are left out. */
export function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string | null,
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const group = groups.get(name);
    if (group) group.push(value(row));
    else groups.set(name, [value(row)]);
  }
  return groups;
}
