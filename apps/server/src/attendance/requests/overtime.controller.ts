import { Body, Controller, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { attendanceDay, overtimeDecision, type OvertimeDecision } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { Sender, type Principal } from '../../platform/http/principal.js';
import { OvertimeService } from './overtime.service.js';

@ApiTags('attendance')
@Controller('attendance/overtime')
@Allow('admin', 'hr')
export class OvertimeController {
  constructor(private readonly overtime: OvertimeService) {}

  @Put()
  @Answers(200, attendanceDay, {
    403: 'OWN_REQUEST',
    404: ['PERSON_NOT_FOUND', 'DAY_NOT_FOUND'],
    409: 'PERIOD_LOCKED',
  })
  decide(@Sender() sender: Principal, @Body({ schema: overtimeDecision }) body: OvertimeDecision) {
    return this.overtime.decide(sender, body);
  }
}
