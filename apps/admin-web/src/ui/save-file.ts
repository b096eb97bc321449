/** Hands a text or a picture to the reader as a file of their own. */
export function saveFile(name: string, type: string, content: string | Blob) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

const FORMULA = /^[=+\-@\t\r]/;

/** One cell of a csv. What a spreadsheet would run as a formula is kept a text: names come from anywhere. */
const cell = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

export const csvOf = (rows: (string | number | null)[][]): string =>
  rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
