import { reportMaxDays, type ReportKind } from '@rollcall/contracts';
import { addDays, addMonths, datesBetween, monthOf, type DateRange } from '../../../ui/calendar.js';

/** Why no report can be made of a period, and the part of it of which one can. */
export type PeriodFault =
  { fault: 'order' } | { fault: 'timesheet' | 'year'; most: number; instead: DateRange; month: boolean };

export function faultOf({ kind, from, to }: DateRange & { kind: ReportKind }): PeriodFault | null {
  if (to < from) return { fault: 'order' };
  const most = reportMaxDays(kind);
  if (datesBetween(from, to).length <= most) return null;
  if (kind !== 'timesheet') return { fault: 'year', most, instead: lastYear(to), month: false };
  const month = lastMonth({ from, to });
  const instead = month ?? { from: addDays(to, 1 - most), to };
  return { fault: 'timesheet', most, instead, month: month !== null };
}

const lastYear = (to: string): DateRange => ({ from: addDays(to, -364), to });

/** The last month of which every day lies in the range. */
function lastMonth({ from, to }: DateRange): DateRange | null {
  const own = monthOf(to);
  const month = own.to === to ? own : monthOf(addMonths(to, -1));
  return month.from >= from ? month : null;
}
