import { Controller, Delete, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  idParam,
  payrollFeed,
  payrollFeedQuery,
  shiftFeed,
  shiftFeedParam,
  shiftFeedState,
  type IdParam,
  type PayrollFeedQuery,
  type ShiftFeedParam,
} from '@rollcall/contracts';
import { Allow, Public } from '../../platform/http/access.js';
import { Answers, AnswersMedia } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { PayrollFeed } from './payroll-feed.js';
import { ShiftCalendar } from './shift-calendar.js';
import { ShiftFeeds } from './shift-feeds.service.js';

@ApiTags('feeds')
@Controller()
@Allow('admin', 'hr')
export class FeedsController {
  constructor(
    private readonly feeds: ShiftFeeds,
    private readonly payroll: PayrollFeed,
  ) {}

  /** The address of somebody's calendar. It is told this once; one that was made before ends. */
  @Post('people/:id/shift-feed')
  @Answers(201, shiftFeed, { 404: 'PERSON_NOT_FOUND' })
  make(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.feeds.make(actorOf(sender), id);
  }

  @Get('people/:id/shift-feed')
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, shiftFeedState, { 404: 'PERSON_NOT_FOUND' })
  state(@Param({ schema: idParam }) { id }: IdParam) {
    return this.feeds.stateOf(id);
  }

  @Delete('people/:id/shift-feed')
  @Answers(204, null, { 404: 'SHIFT_FEED_NOT_FOUND' })
  revoke(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.feeds.revoke(actorOf(sender), id);
  }

  @Get('feeds/payroll.json')
  @Answers(200, payrollFeed)
  days(@Query({ schema: payrollFeedQuery }) query: PayrollFeedQuery) {
    return this.payroll.list(query);
  }
}

/** For calendars, which cannot sign in: the address is the secret. */
@ApiTags('feeds')
@Controller('feeds/shifts')
@Public()
export class ShiftCalendarController {
  constructor(
    private readonly feeds: ShiftFeeds,
    private readonly calendar: ShiftCalendar,
  ) {}

  @Get(':token.ics')
  @Header('Content-Type', 'text/calendar; charset=utf-8')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'text/calendar', { 404: 'SHIFT_FEED_NOT_FOUND' })
  async show(@Param({ schema: shiftFeedParam }) { token }: ShiftFeedParam) {
    return this.calendar.of(await this.feeds.ownerOf(token));
  }
}
