/** What a spreadsheet would run. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * One cell of a csv (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe: names come from
 * anywhere. Numbers stay numbers.
 */
export function csvCell(value: string | number | null, delimiter = ','): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return safe.includes(delimiter) || /["\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One record, with the line break that ends it. */
export const csvLine = (cells: readonly (string | number | null)[], delimiter = ','): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
