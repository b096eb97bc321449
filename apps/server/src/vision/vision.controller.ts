import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  packInfo,
  recognitionSettings,
  recognitionSettingsUpdate,
  type RecognitionSettingsUpdate,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { FaceEngine } from './face-engine.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';

@ApiTags('recognition')
@Controller()
export class VisionController {
  constructor(
    private readonly engine: FaceEngine,
    private readonly settings: RecognitionSettingsService,
  ) {}

  @Get('vision/pack')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, packInfo)
  pack() {
    return this.engine.pack;
  }

  @Get('recognition/settings')
  @Allow('admin', 'auditor')
  @Answers(200, recognitionSettings)
  current() {
    return this.settings.current();
  }

  @Put('recognition/settings')
  @Allow('admin')
  @Answers(200, recognitionSettings)
  change(
    @Sender() sender: Principal,
    @Body({ schema: recognitionSettingsUpdate }) body: RecognitionSettingsUpdate,
  ) {
    return this.settings.change(actorOf(sender), body);
  }
}
