import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayPage, dayQuery, type DayQuery } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { DaysService } from './days.service.js';

@ApiTags('attendance')
@Controller('attendance/days')
export class DaysController {
  constructor(private readonly days: DaysService) {}

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, dayPage)
  list(@Query({ schema: dayQuery }) query: DayQuery) {
    return this.days.list(query);
  }
}
