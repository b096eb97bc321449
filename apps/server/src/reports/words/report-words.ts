import type { DayFlag, DayPunch, DayStatus, Direction, PayrollColumn, ReportKind } from '@rollcall/contracts';

/** The columns that payroll programs know, and those that people read. */
export type ColumnKey =
  | PayrollColumn
  | 'status'
  | 'shift'
  | 'firstIn'
  | 'lastOut'
  | 'flags'
  | 'exception'
  | 'localTime'
  | 'direction'
  | 'kiosk'
  | 'source'
  | 'ignored';

/** Everything that a report says, in one language. */
export interface ReportWords {
  readonly kinds: Record<ReportKind, string>;
  readonly columns: Record<ColumnKey, string>;
  readonly statuses: Record<DayStatus, string>;
  /** In a timesheet, on days without work. */
  readonly marks: Partial<Record<DayStatus, string>>;
  readonly flags: Record<DayFlag, string>;
  readonly directions: Record<Direction, string>;
  readonly ignored: Record<NonNullable<DayPunch['ignored']>, string>;
  readonly sources: { readonly kiosk: string; readonly correction: string };
  readonly yes: string;
  readonly no: string;
  readonly noDepartment: string;
  readonly toReview: string;
  readonly period: (from: string, to: string) => string;
  readonly page: (number: number) => string;
  readonly filters: { readonly department: string; readonly site: string; readonly person: string };
  readonly between: string;
  readonly colon: string;
  /** The sheet that says what the others are. */
  readonly about: string;
  /** In a mail. */
  readonly mailed: string;
}
