const LONGEST = 31;
const FORBIDDEN = /[[\]:*?/\\\s]+/g;

/** Names of sheets, as Excel takes them: short, each only once whatever its case, without some signs. */
export class SheetNames {
  private readonly taken = new Set<string>(['history']);

  of(wanted: string): string {
    const plain =
      wanted
        .replace(FORBIDDEN, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '-';
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : ` (${count})`;
      const name = cut(plain, LONGEST - ending.length) + ending;
      if (this.taken.has(name.toLowerCase())) continue;
      this.taken.add(name.toLowerCase());
      return name;
    }
  }
}

/** Not in the middle of a letter that takes two places. */
const cut = (text: string, most: number) => {
  let kept = '';
  for (const letter of text) {
    if (kept.length + letter.length > most) break;
    kept += letter;
  }
  return kept.trim();
};
