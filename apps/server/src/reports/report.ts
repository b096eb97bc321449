import type { ReportColumnKind } from '@rollcall/contracts';

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: ReportColumnKind;
}

/** By the kind of its column: minutes and numbers as numbers, dates and moments as ISO 8601 writes them. */
export type Cell = string | number | null;
export type Row = readonly Cell[];

/** Rows of one department that follow each other. */
export interface Batch {
  readonly section: string;
  readonly rows: readonly Row[];
}

/** How a csv differs from the usual one, for programs that read no other. */
export interface CsvShape {
  readonly delimiter: string;
  readonly decimalComma: boolean;
  readonly dayFirst: boolean;
}

export const USUAL_CSV: CsvShape = { delimiter: ',', decimalComma: false, dayFirst: false };

/** A table that is read once, from its beginning to its end, and never held as a whole. */
export interface Report {
  readonly title: string;
  /** Period, filters, what marks mean. */
  readonly notes: readonly string[];
  readonly columns: readonly Column[];
  readonly csv: CsvShape;
  /** Departments one after another. */
  readonly batches: AsyncIterable<Batch>;
}
