import type {
  PayrollColumn,
  PayrollPreset,
  ReportKind,
  ReportLanguage,
  ReportPaper,
} from '@rollcall/contracts';
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
export const fileNameOf = ({ kind, from, to }: ReportWish, format: string) =>
  `${kind}_${from}_${to}.${format}`;
