import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { packInfo } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { FaceEngine } from './face-engine.js';

@ApiTags('recognition')
@Controller('vision')
export class VisionController {
  constructor(private readonly engine: FaceEngine) {}

  @Get('pack')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, packInfo)
  pack() {
    return this.engine.pack;
  }
}
