import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { calibration, calibrationQuery, type CalibrationQuery } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { CalibrationService } from './calibration.service.js';

@ApiTags('recognition')
@Controller('recognition/calibration')
@Allow('admin', 'auditor')
export class CalibrationController {
  constructor(private readonly service: CalibrationService) {}

  /** The own gallery's scores, what each threshold costs, and the threshold for the asked FPIR. */
  @Get()
  @Answers(200, calibration)
  show(@Query({ schema: calibrationQuery }) { fpir }: CalibrationQuery) {
    return this.service.calibrate(fpir);
  }
}
