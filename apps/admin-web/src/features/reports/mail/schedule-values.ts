import type { UseFormReturnType } from '@mantine/form';
import type {
  PayrollPreset,
  ReportFormat,
  ReportKind,
  ReportLanguage,
  ReportScheduleCreate,
} from '@rollcall/contracts';
import type { Look, Wish } from '../reports.queries.js';

/** What the form of a schedule holds: numbers as the texts that lists of choices have. */
export interface ScheduleValues {
  kind: ReportKind;
  format: ReportFormat;
  preset: PayrollPreset;
  lang: ReportLanguage;
  every: 'week' | 'month';
  weekday: string;
  dayOfMonth: string;
  hour: string;
  siteId: string | null;
  departmentId: string | null;
  recipients: string[];
}
export type Scheduling = UseFormReturnType<ScheduleValues>;

/** In every month, the last day of it. */
export const LAST_DAY = 31;

/** Begins with what is looked at; nobody works through the night to read it at midnight. */
export const startScheduling = (
  { kind, preset, siteId, departmentId }: Wish,
  { lang }: Look,
): ScheduleValues => ({
  ...{ kind, preset, siteId, departmentId, lang },
  format: 'xlsx',
  every: 'month',
  weekday: '1',
  dayOfMonth: '1',
  hour: '7',
  recipients: [],
});

/** What is asked of the server. */
export function scheduled(values: ScheduleValues, { paper }: Look): ReportScheduleCreate {
  const { kind, preset, every, weekday, dayOfMonth, hour, ...rest } = values;
  return {
    ...rest,
    ...{ kind, every, paper },
    preset: kind === 'payroll' ? preset : null,
    weekday: every === 'week' ? Number(weekday) : null,
    dayOfMonth: every === 'month' ? Number(dayOfMonth) : null,
    hour: Number(hour),
  };
}
