import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ReportFormat, ReportOrder } from '@rollcall/contracts';
import { DataSource } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { aboutReport, exportDetails } from '../report-wish.js';
import { ReportMaker } from '../report-maker.js';
import { ReportShelf } from './report-shelf.js';

/** Reports that are made in the background, and fetched when they are done. */
@Injectable()
export class OrdersService {
  constructor(
    private readonly source: DataSource,
    private readonly maker: ReportMaker,
    private readonly shelf: ReportShelf,
    private readonly jobs: Jobs,
    private readonly audit: AuditService,
  ) {}

  /** Answers the job's id. What can be refused is refused now. */
  async order(actor: string, order: ReportOrder): Promise<string> {
    await this.maker.check(order);
    return this.source.transaction(async (manager) => {
      const options = { manager, about: aboutReport(order) };
      const jobId = await this.jobs.enqueue(actor, 'reports.make', order, options);
      const details = exportDetails(order, order.format);
      await this.audit.record({ actor, action: 'report.order', subject: `job:${jobId}`, details }, manager);
      return jobId;
    });
  }

  /** @throws DomainError REPORT_FILE_NOT_FOUND */
  async fetch(actor: string, id: string): Promise<{ content: Readable; name: string; format: ReportFormat }> {
    const file = await this.shelf.find(id);
    await this.audit.record({ actor, action: 'report.download', subject: `job:${file.jobId}` });
    return { content: this.shelf.open(file), name: file.name, format: file.format };
  }
}
