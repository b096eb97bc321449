import type {
  PayrollColumn,
  PayrollPreset,
  ReportFormat,
  ReportKind,
  ReportLanguage,
  ReportPaper,
} from '@rollcall/contracts';
import type { JobAbout } from '../platform/jobs/job.entity.js';
import type { DayFilter } from './days/person-days.js';

/** What is asked for, whoever asks: a request, a job or a schedule. */
export interface ReportWish extends DayFilter {
  readonly kind: ReportKind;
  readonly lang: ReportLanguage;
  readonly paper: ReportPaper;
  readonly bom: boolean;
  readonly columns?: readonly PayrollColumn[] | undefined;
  readonly preset?: PayrollPreset | undefined;
}

/** What a file of it is called. */
export const fileNameOf = ({ kind, from, to }: Pick<ReportWish, 'kind' | 'from' | 'to'>, format: string) =>
  `${kind}_${from}_${to}.${format}`;

/** Which report a job makes, for those who look at a list of jobs. */
export const aboutReport = ({ kind, from, to, format }: ReportWish & { format: ReportFormat }): JobAbout => ({
  file: fileNameOf({ kind, from, to }, format),
  report: { kind, format, from, to },
});

/** What the audit log keeps of a report: which days and whose, by ids. */
export function exportDetails(wish: ReportWish, format: ReportFormat): Record<string, unknown> {
  const { kind, from, to, departmentId, siteId, personId } = wish;
  const whose = {
    ...(departmentId && { departmentId }),
    ...(siteId && { siteId }),
    ...(personId && { personId }),
  };
  return { kind, format, from, to, ...whose };
}
