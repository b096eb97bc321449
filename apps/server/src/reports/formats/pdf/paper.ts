import type { ReportPaper } from '@rollcall/contracts';

/** Points: 72 to an inch. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** Lying on its side: tables are wide. */
export const SHEETS: Record<ReportPaper, Sheet> = {
  a4: { width: 841.89, height: 595.28, margin: 28 },
  letter: { width: 792, height: 612, margin: 28 },
};

export const roomOf = ({ width, margin }: Sheet): number => width - 2 * margin;
