import type { DayFlag } from '@rollcall/contracts';
import type { Column } from '../report.js';
import { DATE, FIRST_IN, LAST_OUT, LOCKED, SITE, STATUS, WHO, WORKED } from './day-columns.js';
import type { DayColumn, SheetPlan, Surroundings } from './sheet-plan.js';

const BEFORE: readonly DayColumn[] = [...WHO, SITE, DATE];
const AFTER: readonly DayColumn[] = [STATUS, FIRST_IN, LAST_OUT, WORKED, LOCKED];

/** A row for everything that somebody should look at: a day may have several. */
export function exceptions(around: Surroundings): SheetPlan {
  const { words } = around;
  const named = ({ key, kind }: Pick<DayColumn, 'key' | 'kind'>): Column => ({
    key,
    kind,
    title: words.columns[key],
  });
  return {
    columns: [...BEFORE, { key: 'exception', kind: 'text' } as const, ...AFTER].map(named),
    rowsOf: ({ member, days }) =>
      days.flatMap((day) => {
        const cells = (columns: readonly DayColumn[]) => columns.map(({ of }) => of(day, member, around));
        return day.flags.map((flag: DayFlag) => [...cells(BEFORE), words.flags[flag], ...cells(AFTER)]);
      }),
  };
}
