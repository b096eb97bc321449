import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  pageQuery,
  reportSchedule,
  reportScheduleCreate,
  reportSchedulePage,
  type IdParam,
  type PageQuery,
  type ReportScheduleCreate,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { SchedulesService } from './schedules.service.js';

@ApiTags('reports')
@Controller('report-schedules')
@Allow('admin', 'hr')
export class SchedulesController {
  constructor(private readonly schedules: SchedulesService) {}

  @Post()
  @Answers(201, reportSchedule, { 422: ['MAIL_NOT_SET_UP', 'SITE_NOT_FOUND', 'DEPARTMENT_NOT_FOUND'] })
  create(@Sender() sender: Principal, @Body({ schema: reportScheduleCreate }) body: ReportScheduleCreate) {
    return this.schedules.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, reportSchedulePage)
  list(@Query({ schema: pageQuery }) query: PageQuery) {
    return this.schedules.list(query);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'REPORT_SCHEDULE_NOT_FOUND' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.schedules.remove(actorOf(sender), id);
  }
}
