import { csvLine } from '@rollcall/contracts';

/** Hands a text or a picture to the reader as a file of their own. */
export function saveFile(name: string, type: string, content: string | Blob) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  URL.revokeObjectURL(address);
}

export const csvOf = (rows: (string | number | null)[][]): string => rows.map((row) => csvLine(row)).join('');
