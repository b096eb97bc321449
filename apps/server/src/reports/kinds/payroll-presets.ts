import type { PayrollColumn, PayrollPreset } from '@rollcall/contracts';
import { USUAL_CSV, type CsvShape } from '../report.js';

/** A column of an import, by its own heading; or one that always says the same. */
export interface PresetColumn {
  readonly field: PayrollColumn | { readonly always: string };
  /** As the other program spells it; the report's own words where there is none. */
  readonly title?: string;
}

export interface Preset {
  readonly columns: readonly PresetColumn[];
  readonly csv: CsvShape;
}

const GERMAN: CsvShape = { delimiter: ';', decimalComma: true, dayFirst: true };

/** Shapes, not certified interfaces: what such programs commonly read. */
export const PRESETS: Record<PayrollPreset, Preset> = {
  generic: {
    csv: USUAL_CSV,
    columns: (
      [
        'employeeNo',
        'name',
        'department',
        'from',
        'to',
        'workedHours',
        'regularHours',
        'overtimeHours',
        'overtimeWaitingHours',
        'leaveHours',
        'presentDays',
        'absentDays',
        'leaveDays',
      ] as const
    ).map((field) => ({ field })),
  },
  datev: {
    csv: GERMAN,
    columns: [
      { field: 'employeeNo', title: 'Personalnummer' },
      { field: 'name', title: 'Name' },
      { field: 'date', title: 'Datum' },
      { field: 'regularHours', title: 'Normalstunden' },
      { field: 'overtimeHours', title: 'Überstunden' },
      { field: 'leaveHours', title: 'Abwesenheitsstunden' },
    ],
  },
  adp: {
    csv: USUAL_CSV,
    columns: [
      { field: { always: '' }, title: 'Co Code' },
      { field: { always: '' }, title: 'Batch ID' },
      { field: 'employeeNo', title: 'File #' },
      { field: 'regularHours', title: 'Reg Hours' },
      { field: 'overtimeHours', title: 'O/T Hours' },
      { field: { always: 'LV' }, title: 'Hours 3 Code' },
      { field: 'leaveHours', title: 'Hours 3 Amount' },
    ],
  },
  'quickbooks-time': {
    csv: USUAL_CSV,
    columns: [
      { field: 'employeeNo', title: 'Payroll ID' },
      { field: 'name', title: 'Employee' },
      { field: 'date', title: 'Date' },
      { field: 'regularHours', title: 'Regular' },
      { field: 'overtimeHours', title: 'Overtime' },
      { field: 'leaveHours', title: 'Time Off' },
    ],
  },
};
