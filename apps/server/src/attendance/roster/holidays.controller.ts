import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  holiday,
  holidayCreate,
  holidayPage,
  holidayQuery,
  idParam,
  type HolidayCreate,
  type HolidayQuery,
  type IdParam,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { HolidaysService } from './holidays.service.js';

@ApiTags('attendance')
@Controller('holidays')
@Allow('admin', 'hr')
export class HolidaysController {
  constructor(private readonly holidays: HolidaysService) {}

  @Post()
  @Answers(201, holiday, { 409: ['HOLIDAY_TAKEN', 'PERIOD_LOCKED'], 422: 'SITE_NOT_FOUND' })
  create(@Sender() sender: Principal, @Body({ schema: holidayCreate }) body: HolidayCreate) {
    return this.holidays.create(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, holidayPage)
  list(@Query({ schema: holidayQuery }) query: HolidayQuery) {
    return this.holidays.list(query);
  }

  @Delete(':id')
  @Answers(204, null, { 404: 'HOLIDAY_NOT_FOUND', 409: 'PERIOD_LOCKED' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.holidays.remove(actorOf(sender), id);
  }
}
