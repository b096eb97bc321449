import type { PayrollColumn } from '@rollcall/contracts';
import type { PersonDays } from '../days/person-days.js';
import { USUAL_CSV, type Cell, type Column } from '../report.js';
import { PAYROLL_FIELDS } from './payroll-columns.js';
import { PRESETS, type Preset, type PresetColumn } from './payroll-presets.js';
import type { SheetPlan, Surroundings } from './sheet-plan.js';

/** What somebody is paid by: a row for the period, or for each day where the date is among the columns. */
export function payroll(around: Surroundings): SheetPlan {
  const { columns, csv } = wantedShape(around);
  const daily = columns.some(({ field }) => field === 'date');
  const rowOf = (member: PersonDays['member'], days: PersonDays['days']) =>
    columns.map(({ field }): Cell =>
      typeof field === 'string' ? PAYROLL_FIELDS[field].of(days, member, around) : field.always,
    );
  return {
    csv,
    columns: columns.map((column, i) => namedColumn(column, i, around)),
    rowsOf: ({ member, days }) => (daily ? days.map((day) => rowOf(member, [day])) : [rowOf(member, days)]),
  };
}

/** Columns that were asked for by name win over those of a preset. */
function wantedShape({ columns, preset = 'generic' }: Surroundings): Preset {
  if (!columns) return PRESETS[preset];
  return { columns: columns.map((field: PayrollColumn) => ({ field })), csv: USUAL_CSV };
}

function namedColumn({ field, title }: PresetColumn, place: number, { words }: Surroundings): Column {
  if (typeof field !== 'string') return { key: `column${place + 1}`, title: title!, kind: 'text' };
  return { key: field, title: title ?? words.columns[field], kind: PAYROLL_FIELDS[field].kind };
}
