import { z } from 'zod';
import { flag, id, instant, localDate } from './wire.js';

export const REPORT_KINDS = ['timesheet', 'daily', 'lateness', 'exceptions', 'punches', 'payroll'] as const;
export const reportKind = z.enum(REPORT_KINDS);
export type ReportKind = z.infer<typeof reportKind>;

export const REPORT_FORMATS = ['csv', 'xlsx', 'pdf'] as const;
export const reportFormat = z.enum(REPORT_FORMATS);
export type ReportFormat = z.infer<typeof reportFormat>;

export const reportLanguage = z.enum(['en', 'zh-CN']).describe('Of headings and words.');
export type ReportLanguage = z.infer<typeof reportLanguage>;

export const reportPaper = z.enum(['a4', 'letter']).describe('Of a PDF.');
export type ReportPaper = z.infer<typeof reportPaper>;

/** What a payroll report may show. */
export const PAYROLL_COLUMNS = [
  'personId',
  'employeeNo',
  'name',
  'department',
  'site',
  'from',
  'to',
  'date',
  'dueMinutes',
  'workedMinutes',
  'regularMinutes',
  'overtimeMinutes',
  'overtimeWaitingMinutes',
  'breakMinutes',
  'lateMinutes',
  'earlyMinutes',
  'leaveMinutes',
  'dueHours',
  'workedHours',
  'regularHours',
  'overtimeHours',
  'overtimeWaitingHours',
  'leaveHours',
  'presentDays',
  'absentDays',
  'leaveDays',
  'locked',
] as const;
export const payrollColumn = z.enum(PAYROLL_COLUMNS);
export type PayrollColumn = z.infer<typeof payrollColumn>;

export const PAYROLL_PRESETS = ['generic', 'datev', 'adp', 'quickbooks-time'] as const;
export const payrollPreset = z
  .enum(PAYROLL_PRESETS)
  .describe('Columns in the shape that an import of this name expects. Nobody has certified them.');
export type PayrollPreset = z.infer<typeof payrollPreset>;

const MAX_COLUMNS = 40;
const columns = z.array(payrollColumn).min(1).max(MAX_COLUMNS);
const COLUMNS =
  'Of a payroll report, in this order. With `date` there is a row for each day, else one for the period.';

const whose = { departmentId: id.optional(), siteId: id.optional(), personId: id.optional() };
const period = { from: localDate, to: localDate.describe('The last day.') };
const look = {
  lang: reportLanguage.default('en'),
  paper: reportPaper.default('a4'),
  preset: payrollPreset.optional(),
};

/** A timesheet has a column for each day, so no more than a month. */
export const TIMESHEET_MAX_DAYS = 31;
const DAY_MS = 86_400_000;
const YEAR_MS = 366 * DAY_MS;
/** How many days a report of a kind may have, first and last included. */
export const reportMaxDays = (kind: ReportKind): number =>
  kind === 'timesheet' ? TIMESHEET_MAX_DAYS : YEAR_MS / DAY_MS + 1;

/** `from` and `to` in their order, at most a year apart. */
export const inOrder = <T extends z.ZodType<{ from: string; to: string }>>(schema: T) =>
  schema
    .refine(({ from, to }) => to >= from, { error: 'must not be before `from`', path: ['to'] })
    .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= YEAR_MS, {
      error: 'at most a year at a time',
      path: ['to'],
    });

export const reportParams = z.object({ kind: reportKind, format: reportFormat });
export type ReportParams = z.infer<typeof reportParams>;
export const reportKindParam = z.object({ kind: reportKind });
export type ReportKindParam = z.infer<typeof reportKindParam>;

/** Which days, whose, and how they are to look. */
export const reportQuery = inOrder(
  z.object({
    ...period,
    ...whose,
    ...look,
    columns: z
      .string()
      .max(1000)
      .transform((list) => list.split(',').map((each) => each.trim()))
      .pipe(columns)
      .optional()
      .describe(`${COLUMNS} Separated by commas.`),
    bom: flag.default(false).describe('Of a csv: begins with a byte order mark, as Excel wants it.'),
  }),
);
export type ReportQuery = z.infer<typeof reportQuery>;

/** A report that a job makes. */
export const reportOrder = inOrder(
  z.object({
    kind: reportKind,
    format: reportFormat,
    ...period,
    ...whose,
    ...look,
    columns: columns.optional().describe(COLUMNS),
    bom: z.boolean().default(false).describe('Of a csv.'),
  }),
).meta({ id: 'ReportOrder' });
export type ReportOrder = z.infer<typeof reportOrder>;

/** What a job `reports.make` results in. */
export const reportResult = z.object({
  fileId: id,
  url: z.string(),
  name: z.string(),
  bytes: z.int(),
  keptUntil: instant,
});
export type ReportResult = z.infer<typeof reportResult>;

const columnKind = z
  .enum(['text', 'integer', 'days', 'minutes', 'hours', 'date', 'moment', 'day'])
  .describe(
    'days: days and halves. minutes: whole minutes of a duration. hours: decimal hours. date: YYYY-MM-DD. moment: YYYY-MM-DDTHH:MM:SS on the ' +
      'clock of the site. day: minutes worked, or a mark where nobody worked.',
  );
export type ReportColumnKind = z.infer<typeof columnKind>;

/** The beginning of a report, for a page to show. */
export const reportPreview = z
  .object({
    title: z.string(),
    notes: z.array(z.string()).describe('Period, filters, and what marks mean.'),
    columns: z.array(z.object({ key: z.string(), title: z.string(), kind: columnKind })),
    rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))).describe('At most 50.'),
    more: z.boolean().describe('There are more rows than these.'),
  })
  .meta({ id: 'ReportPreview' });
export type ReportPreview = z.infer<typeof reportPreview>;

export const reportChartsQuery = inOrder(
  z.object({ ...period, departmentId: id.optional(), siteId: id.optional() }),
);
export type ReportChartsQuery = z.infer<typeof reportChartsQuery>;

export const reportCharts = z
  .object({
    attendance: z
      .array(
        z.object({
          date: localDate,
          expected: z.int().describe('People who were meant to work, and had no leave.'),
          present: z.int().describe('Those of them who worked.'),
          rate: z.number().nullable().describe('0 to 1; null where nobody was expected.'),
        }),
      )
      .describe('Days that are over.'),
    lateness: z
      .array(
        z.object({
          weekday: z.int().describe('ISO 8601: 1 is Monday.'),
          days: z.int().describe("People's days with work."),
          late: z.int(),
          lateMinutes: z.int(),
        }),
      )
      .length(7),
    hours: z.array(
      z.object({
        departmentId: id.nullable(),
        department: z.string().nullable(),
        workedMinutes: z.int(),
        overtimeMinutes: z.int(),
      }),
    ),
  })
  .meta({ id: 'ReportCharts' });
export type ReportCharts = z.infer<typeof reportCharts>;
