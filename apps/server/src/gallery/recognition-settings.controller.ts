import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  recognitionSettings,
  recognitionSettingsUpdate,
  type RecognitionSettingsUpdate,
} from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { RecognitionSettingsService } from './recognition-settings.service.js';

@ApiTags('recognition')
@Controller('recognition/settings')
export class RecognitionSettingsController {
  constructor(private readonly settings: RecognitionSettingsService) {}

  @Get()
  @Allow('admin', 'auditor')
  @Answers(200, recognitionSettings)
  shown() {
    return this.settings.shown();
  }

  @Put()
  @Allow('admin')
  @Answers(200, recognitionSettings, { 422: 'QUALITY_LIMITS_CROSSED' })
  change(
    @Sender() sender: Principal,
    @Body({ schema: recognitionSettingsUpdate }) body: RecognitionSettingsUpdate,
  ) {
    return this.settings.change(actorOf(sender), body);
  }
}
