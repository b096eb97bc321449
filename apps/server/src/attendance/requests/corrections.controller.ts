import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  correction,
  correctionCreate,
  correctionPage,
  decide,
  idParam,
  requestQuery,
  type CorrectionCreate,
  type Decide,
  type IdParam,
  type RequestQuery,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { CorrectionsService } from './corrections.service.js';

@ApiTags('attendance')
@Controller('corrections')
@Allow('admin', 'hr')
export class CorrectionsController {
  constructor(private readonly corrections: CorrectionsService) {}

  @Post()
  @Answers(201, correction, {
    404: 'PERSON_NOT_FOUND',
    409: ['PERIOD_LOCKED', 'REQUEST_EXISTS'],
    422: ['CORRECTION_TIMES', 'DAY_NOT_BEGUN'],
  })
  request(@Sender() sender: Principal, @Body({ schema: correctionCreate }) body: CorrectionCreate) {
    return this.corrections.request(actorOf(sender), body);
  }

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, correctionPage)
  list(@Query({ schema: requestQuery }) query: RequestQuery) {
    return this.corrections.list(query);
  }

  @Patch(':id')
  @Answers(200, correction, {
    403: 'OWN_REQUEST',
    404: 'CORRECTION_NOT_FOUND',
    409: ['PERIOD_LOCKED', 'REQUEST_DECIDED'],
  })
  decide(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: decide }) body: Decide,
  ) {
    return this.corrections.decide(sender, id, body);
  }
}
