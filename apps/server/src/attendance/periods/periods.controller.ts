import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  attendancePeriod,
  attendancePeriods,
  monthParam,
  unlockReason,
  type MonthParam,
  type UnlockReason,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { PeriodsService } from './periods.service.js';

@ApiTags('attendance')
@Controller('attendance/periods')
export class PeriodsController {
  constructor(private readonly periods: PeriodsService) {}

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, attendancePeriods)
  async list() {
    return { items: await this.periods.list(), nextCursor: null };
  }

  @Post(':month/lock')
  @HttpCode(200)
  @Allow('admin', 'hr')
  @Answers(200, attendancePeriod, { 422: 'PERIOD_NOT_BEGUN' })
  lock(@Sender() sender: Principal, @Param({ schema: monthParam }) { month }: MonthParam) {
    return this.periods.lock(actorOf(sender), month);
  }

  @Post(':month/unlock')
  @HttpCode(200)
  @Allow('admin')
  @Answers(200, attendancePeriod, { 409: 'PERIOD_NOT_LOCKED' })
  unlock(
    @Sender() sender: Principal,
    @Param({ schema: monthParam }) { month }: MonthParam,
    @Body({ schema: unlockReason }) { reason }: UnlockReason,
  ) {
    return this.periods.unlock(actorOf(sender), month, reason);
  }
}
