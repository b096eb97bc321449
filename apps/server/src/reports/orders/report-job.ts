import { addAbortSignal } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { ReportOrder, ReportResult } from '@rollcall/contracts';
import type { JobContext, JobHandler } from '../../platform/jobs/job-handler.js';
import { ReportFiles } from '../formats/report-files.js';
import { ReportMaker } from '../report-maker.js';
import { fileNameOf } from '../report-wish.js';
import type { ReportFile } from './report-file.entity.js';
import { ReportShelf } from './report-shelf.js';

/** Makes a report and keeps it. One that was made already, by an attempt that crashed afterwards, is not made again. */
@Injectable()
export class ReportJob implements JobHandler<'reports.make'> {
  readonly kind = 'reports.make';
  readonly atOnce = 1;

  constructor(
    private readonly maker: ReportMaker,
    private readonly files: ReportFiles,
    private readonly shelf: ReportShelf,
  ) {}

  async run(order: ReportOrder, context: JobContext): Promise<ReportResult & Record<string, unknown>> {
    const made = await this.shelf.ofJob(context.jobId);
    return resultOf(made ?? (await this.make(order, context)));
  }

  private async make(order: ReportOrder, { jobId, signal, progress }: JobContext): Promise<ReportFile> {
    const { format } = order;
    const report = await this.maker.make(order, (done, all) => {
      signal.throwIfAborted();
      progress({ progress: (100 * done) / all, step: done, steps: all });
    });
    signal.throwIfAborted();
    const content = addAbortSignal(signal, this.files.write(report, format, order));
    return this.shelf.keep(jobId, fileNameOf(order, format), format, content);
  }
}

export const reportFileUrl = (id: string) => `/api/v1/reports/files/${id}`;

const resultOf = ({ id, name, bytes, deleteAfter }: ReportFile): ReportResult & Record<string, unknown> => ({
  fileId: id,
  url: reportFileUrl(id),
  name,
  bytes: Number(bytes),
  keptUntil: deleteAfter.toISOString(),
});
