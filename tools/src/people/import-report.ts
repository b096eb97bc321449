import { quoted } from './import-form.js';
import type { ImportOutcome } from './people-import.js';
import type { NotTaken } from './roll-up.js';

const SHOWN = 40;

/** What an import came to, for people to read. */
export function describeImport({ counts, notTaken, unused }: ImportOutcome, reportFile: string): string {
  const { rows, created, updated, unchanged, refused } = counts;
  const { photos, photosTaken, photosUnchanged, photosRefused } = counts;
  const lines = [
    `${rows} people: ${created} new, ${updated} completed, ${unchanged} unchanged, ${refused} refused`,
    `${photos} photos: ${photosTaken} taken, ${photosUnchanged} unchanged, ${photosRefused} refused`,
    ...notTaken.slice(0, SHOWN).map(describeOne),
  ];
  if (notTaken.length > SHOWN) lines.push(`  ... and ${notTaken.length - SHOWN} more`);
  if (unused.length > 0) lines.push(`${unused.length} files belong to nobody on the list: ${some(unused)}`);
  if (notTaken.length + unused.length > 0) lines.push(`Every reason stands in ${reportFile}`);
  return lines.join('\n');
}

const describeOne = ({ line, employeeNo, photo, code, reason }: NotTaken) =>
  `  line ${line} (${employeeNo || 'no number'})${photo === null ? '' : ` ${photo}`}: ${code}. ${reason}`;

const some = (names: readonly string[]) => names.slice(0, 5).join(', ') + (names.length > 5 ? ', ...' : '');

const FORMULA = /^[=+\-@\t\r]/;

/** A cell that a spreadsheet would run as a formula is kept a text: names and numbers come from anywhere. */
const defused = (cell: string) => quoted(FORMULA.test(cell) ? `'${cell}` : cell);

/** The same as csv, a line each. */
export function reportCsv({ notTaken, unused }: ImportOutcome): string {
  const header = ['line', 'employeeNo', 'name', 'photo', 'code', 'reason'];
  const nobody = 'The file belongs to nobody on the list.';
  const lines = [
    ...notTaken.map((each) => [
      String(each.line ?? ''),
      each.employeeNo,
      each.name,
      each.photo ?? '',
      each.code,
      each.reason,
    ]),
    ...unused.map((file) => ['', '', '', file, 'UNUSED_FILE', nobody]),
  ];
  return [header, ...lines].map((cells) => `${cells.map(defused).join(',')}\r\n`).join('');
}
