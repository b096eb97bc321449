import type { LocalDate } from '@rollcall/attendance';
import type { PayrollColumn, PayrollPreset, ReportColumnKind, ReportLanguage } from '@rollcall/contracts';
import type { PersonDays, ReportDay } from '../days/person-days.js';
import type { Cell, Column, CsvShape, Row } from '../report.js';
import type { ColumnKey, ReportWords } from '../words/report-words.js';

/** What the kinds of reports know beside the days. */
export interface Surroundings {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly lang: ReportLanguage;
  readonly words: ReportWords;
  readonly columns?: readonly PayrollColumn[] | undefined;
  readonly preset?: PayrollPreset | undefined;
  readonly shifts: ReadonlyMap<string, string>;
  readonly sites: ReadonlyMap<string, string>;
  readonly lockedMonths: ReadonlySet<string>;
}

/** How a kind of report is made: its columns, and the rows of a person. */
export interface SheetPlan {
  readonly columns: readonly Column[];
  readonly rowsOf: (person: PersonDays) => readonly Row[];
  readonly withPunches?: boolean;
  readonly notes?: readonly string[];
  readonly csv?: CsvShape;
}

/** A column of which the cell follows from one day of somebody. */
export interface DayColumn {
  readonly key: ColumnKey;
  readonly kind: ReportColumnKind;
  readonly of: (day: ReportDay, person: PersonDays['member'], around: Surroundings) => Cell;
}

/** A plan with a row for each day that is worth one. */
export function dayByDay(
  columns: readonly DayColumn[],
  around: Surroundings,
  worthARow: (day: ReportDay) => boolean = () => true,
): SheetPlan {
  return {
    columns: columns.map(({ key, kind }) => ({ key, kind, title: around.words.columns[key] })),
    rowsOf: ({ member, days }) =>
      days.filter(worthARow).map((day) => columns.map(({ of }) => of(day, member, around))),
  };
}
