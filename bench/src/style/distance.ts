/** How far one gradient is from another. */
export interface Distance {
  /** Length of the difference in shares of the other's length. */
  readonly relative: number;
  /** Largest entry of the difference in shares of the other's largest entry. */
  readonly largest: number;
}

/** @throws RangeError when the two have not the same length */
export function distance(one: ArrayLike<number>, other: ArrayLike<number>): Distance {
  if (one.length !== other.length) throw new RangeError(`${one.length} and ${other.length} entries`);
  let [apart, length, most, highest] = [0, 0, 0, 0];
  for (let i = 0; i < one.length; i++) {
    const [due, difference] = [other[i]!, one[i]! - other[i]!];
    apart += difference ** 2;
    length += due ** 2;
    most = Math.max(most, Math.abs(difference));
    highest = Math.max(highest, Math.abs(due));
  }
  return { relative: Math.sqrt(apart / length), largest: most / highest };
}
