import { RosterFault } from './roster-fault.js';

const REQUIRED = ['employeeNo', 'name'] as const;
const OPTIONAL = ['email', 'department', 'site', 'consentVersion', 'consentGivenAt', 'photos'] as const;
const KNOWN = [...REQUIRED, ...OPTIONAL];

/** What a column may be called; any other column is somebody else's and is passed over. */
export type Column = (typeof KNOWN)[number];

/** Where each known column stands. Case, spaces, `_` and `-` do not matter. */
export function columnsOf(header: readonly string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  for (const [i, title] of header.entries()) {
    const column = KNOWN.find((known) => plain(known) === plain(title));
    if (!column) continue;
    if (found.has(column)) throw new RosterFault(1, `The column ${column} stands there twice.`);
    found.set(column, i);
  }
  const missing = REQUIRED.filter((column) => !found.has(column));
  if (missing.length === 0) return found;
  const reason =
    `The header does not name the column ${missing.join(' and ')}. The first line must be a header such as ` +
    `"employeeNo,name"; it may also name ${OPTIONAL.join(', ')}.`;
  throw new RosterFault(1, reason);
}

/** The separator that stands most often in the header, outside quotes. */
export function separatorOf(text: string): ',' | ';' | '\t' {
  const header = /^[^\r\n]*/.exec(text)![0].replace(/"[^"]*"/g, '');
  const count = (separator: string) => header.split(separator).length;
  return ([';', '\t'] as const).find((each) => count(each) > count(',')) ?? ',';
}

const plain = (title: string) => title.replace(/[\s_-]/g, '').toLowerCase();
