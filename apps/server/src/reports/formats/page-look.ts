import type { ReportLanguage, ReportPaper } from '@rollcall/contracts';

/** How a report looks on paper and on a screen. */
export interface PageLook {
  readonly lang: ReportLanguage;
  readonly paper: ReportPaper;
  /** When it was made. */
  readonly made: Date;
}
