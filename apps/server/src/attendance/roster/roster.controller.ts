import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { rosterPage, rosterQuery, type RosterQuery } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { RosterService } from './roster.service.js';

@ApiTags('attendance')
@Controller('attendance/roster')
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get()
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, rosterPage)
  list(@Query({ schema: rosterQuery }) query: RosterQuery) {
    return this.roster.list(query);
  }
}
