import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ReportFormat, ReportPreview } from '@rollcall/contracts';
import { AuditService } from '../audit/audit.service.js';
import { ReportFiles } from './formats/report-files.js';
import { ReportMaker } from './report-maker.js';
import type { Row } from './report.js';
import { exportDetails, type ReportWish } from './report-wish.js';

const SHOWN = 50;

@Injectable()
export class ReportsService {
  constructor(
    private readonly maker: ReportMaker,
    private readonly files: ReportFiles,
    private readonly audit: AuditService,
  ) {}

  /** A report as a file, which is made while it is read. Who took which is noted. */
  async file(actor: string, wish: ReportWish, format: ReportFormat): Promise<Readable> {
    const report = await this.maker.make(wish);
    await this.audit.record({ actor, action: 'report.export', details: exportDetails(wish, format) });
    return this.files.write(report, format, wish);
  }

  /** Its first rows. */
  async preview(wish: ReportWish): Promise<ReportPreview> {
    const { title, notes, columns, batches } = await this.maker.make(wish);
    const rows: Row[] = [];
    for await (const batch of batches) {
      rows.push(...batch.rows.slice(0, SHOWN + 1 - rows.length));
      if (rows.length > SHOWN) break;
    }
    const shown = rows.slice(0, SHOWN).map((row) => [...row]);
    return { title, notes: [...notes], columns: [...columns], rows: shown, more: rows.length > SHOWN };
  }
}
