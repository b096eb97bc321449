import { Body, Controller, Get, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, jobAccepted, reportOrder, type IdParam, type ReportOrder } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers, AnswersMedia } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { download } from '../download.js';
import { OrdersService } from './orders.service.js';

@ApiTags('reports')
@Controller('reports')
@Allow('admin', 'hr')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  /** For the large ones: the job's result says where the file is. */
  @Post()
  @Answers(202, jobAccepted, { 404: ['DEPARTMENT_NOT_FOUND', 'SITE_NOT_FOUND', 'PERSON_NOT_FOUND'] })
  async order(@Sender() sender: Principal, @Body({ schema: reportOrder }) body: ReportOrder) {
    return { jobId: await this.orders.order(actorOf(sender), body) };
  }

  /** Kept for a week. */
  @Get('files/:id')
  @Allow('admin', 'hr', 'auditor')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'application/octet-stream', { 404: 'REPORT_FILE_NOT_FOUND' })
  async fetch(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    const { content, format, name } = await this.orders.fetch(actorOf(sender), id);
    return download(content, format, name);
  }
}
