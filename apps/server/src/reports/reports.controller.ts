import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  reportCharts,
  reportChartsQuery,
  reportKindParam,
  reportParams,
  reportPreview,
  reportQuery,
  type ReportChartsQuery,
  type ReportKindParam,
  type ReportParams,
  type ReportQuery,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers, AnswersMedia } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { ChartsService } from './charts.service.js';
import { download } from './download.js';
import { fileNameOf } from './report-wish.js';
import { ReportsService } from './reports.service.js';

const UNKNOWN = { 404: ['DEPARTMENT_NOT_FOUND', 'SITE_NOT_FOUND', 'PERSON_NOT_FOUND'] };

@ApiTags('reports')
@Controller('reports')
@Allow('admin', 'hr', 'auditor')
export class ReportsController {
  constructor(
    private readonly reports: ReportsService,
    private readonly counted: ChartsService,
  ) {}

  /** Attendance by day, lateness by weekday, hours by department. */
  @Get('charts')
  @Answers(200, reportCharts)
  charts(@Query({ schema: reportChartsQuery }) query: ReportChartsQuery) {
    return this.counted.charts(query);
  }

  /** The first rows, for a page to show. */
  @Get('preview/:kind')
  @Answers(200, reportPreview, UNKNOWN)
  preview(
    @Param({ schema: reportKindParam }) { kind }: ReportKindParam,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ) {
    return this.reports.preview({ kind, ...query });
  }

  /** Streams the file while it is made. */
  @Get(':kind.:format')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'application/octet-stream', UNKNOWN)
  async file(
    @Sender() sender: Principal,
    @Param({ schema: reportParams }) { kind, format }: ReportParams,
    @Query({ schema: reportQuery }) query: ReportQuery,
  ) {
    const wish = { kind, ...query };
    const file = await this.reports.file(actorOf(sender), wish, format);
    return download(file, format, fileNameOf(wish, format));
  }
}
