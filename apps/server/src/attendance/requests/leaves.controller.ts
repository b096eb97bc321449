import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  decide,
  idParam,
  leave,
  leaveCreate,
  leavePage,
  requestQuery,
  type Decide,
  type IdParam,
  type LeaveCreate,
  type RequestQuery,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { LeavesService } from './leaves.service.js';

@ApiTags('attendance')
@Controller('leaves')
@Allow('admin', 'hr')
export class LeavesController {
  constructor(private readonly leaves: LeavesService) {}

  @Post()
  @Answers(201, leave, {
    404: 'PERSON_NOT_FOUND',
    409: ['PERIOD_LOCKED', 'REQUEST_EXISTS'],
    422: 'LEAVE_TIMES',
  })
  request(@Sender() sender: Principal, @Body({ schema: leaveCreate }) body: LeaveCreate) {
    return this.leaves.request(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, leavePage)
  list(@Query({ schema: requestQuery }) query: RequestQuery) {
    return this.leaves.list(query);
  }

  @Patch(':id')
  @Answers(200, leave, {
    403: 'OWN_REQUEST',
    404: 'LEAVE_NOT_FOUND',
    409: ['PERIOD_LOCKED', 'REQUEST_DECIDED'],
  })
  decide(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: decide }) body: Decide,
  ) {
    return this.leaves.decide(sender, id, body);
  }
}
