import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { dayAccount, dayPage, dayParam, dayQuery, type DayParam, type DayQuery } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { DayAccountsService } from './day-accounts.service.js';
import { DaysService } from './days.service.js';

@ApiTags('attendance')
@Controller('attendance/days')
@Allow('admin', 'hr', 'auditor')
export class DaysController {
  constructor(
    private readonly days: DaysService,
    private readonly accounts: DayAccountsService,
  ) {}

  @Get()
  @Answers(200, dayPage)
  list(@Query({ schema: dayQuery }) query: DayQuery) {
    return this.days.list(query);
  }

  @Get(':personId/:date')
  @Answers(200, dayAccount, { 404: ['PERSON_NOT_FOUND', 'DAY_NOT_FOUND'] })
  account(@Param({ schema: dayParam }) param: DayParam) {
    return this.accounts.of(param);
  }
}
