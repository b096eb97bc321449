import type { ReportLanguage } from '@rollcall/contracts';
import type { Cell, Column, Row } from '../../report.js';
import { dayAndMonth, durationText, shortDate } from '../written.js';

/** Punches are told to the second, days to the minute. */
const TO_THE_SECOND = 'localTime';

/** The cells of a row as they are printed. A moment on the day of its row is a time. */
export function cellTexts(row: Row, columns: readonly Column[], lang: ReportLanguage): string[] {
  const place = columns.findIndex(({ key }) => key === 'date');
  const date = place < 0 ? null : row[place];
  return row.map((cell, i) => cellText(cell, columns[i]!, lang, typeof date === 'string' ? date : null));
}

function cellText(cell: Cell, { key, kind }: Column, lang: ReportLanguage, date: string | null): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    if (kind === 'minutes' || kind === 'day') return durationText(cell);
    return kind === 'hours' ? cell.toFixed(2) : String(cell);
  }
  if (kind === 'date') return shortDate(cell, lang);
  if (kind !== 'moment') return cell;
  const [day = '', clock = ''] = cell.split('T');
  const time = key === TO_THE_SECOND ? clock : clock.slice(0, 5);
  if (day === date) return time;
  return `${date === null ? shortDate(day, lang) : dayAndMonth(day, lang)} ${time}`;
}
