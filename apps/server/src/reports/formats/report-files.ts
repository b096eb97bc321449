import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ReportFormat } from '@rollcall/contracts';
import { Clock } from '../../platform/clock/clock.js';
import { Typeface } from '../../platform/typeface/typeface.js';
import type { Report } from '../report.js';
import type { ReportWish } from '../report-wish.js';
import { csvOf } from './csv.js';
import { pdfOf } from './pdf/document.js';
import { xlsxOf } from './xlsx/workbook.js';

export const MEDIA: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
};

/** Writes reports as files, as they are read. */
@Injectable()
export class ReportFiles {
  constructor(
    private readonly clock: Clock,
    private readonly typeface: Typeface,
  ) {}

  write(report: Report, format: ReportFormat, wish: ReportWish): Readable {
    const look = { lang: wish.lang, paper: wish.paper, made: this.clock.now() };
    if (format === 'xlsx') return xlsxOf(report, look);
    return format === 'pdf' ? pdfOf(report, look, this.typeface) : csvOf(report, wish.bom);
  }
}
