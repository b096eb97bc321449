import type { ReportColumnKind, ReportLanguage } from '@rollcall/contracts';
import type { Cell } from '../../report.js';
import { durationText, momentText, shortDate } from '../written.js';

/** A cell as it is printed. */
export function cellText(cell: Cell, kind: ReportColumnKind, lang: ReportLanguage): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (kind === 'minutes' || kind === 'day') return durationText(cell);
    return kind === 'hours' ? cell.toFixed(2) : String(cell);
  }
  if (kind === 'date') return shortDate(cell, lang);
  return kind === 'moment' ? momentText(cell) : cell;
}
