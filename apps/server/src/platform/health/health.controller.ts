import { Controller, Get, Header, Res } from '@nestjs/common';
import { ApiResponse, ApiTags } from '@nestjs/swagger';
import { liveness, readiness, type Readiness as ReadinessAnswer } from '@rollcall/contracts';
import type { Response } from 'express';
import { Public } from '../http/access.js';
import { Answers, AnswersMedia } from '../http/answers.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

@ApiTags('health')
@Controller()
export class HealthController {
  constructor(
    private readonly readiness: Readiness,
    private readonly metrics: Metrics,
  ) {}

  @Get('health/live')
  @Public()
  @Answers(200, liveness)
  live() {
    return { status: 'ok' };
  }

  @Get('health/ready')
  @Public()
  @Answers(200, readiness)
  @ApiResponse({
    status: 503,
    description: 'The same body, with what does not answer.',
    standardSchema: readiness,
  })
  async ready(@Res({ passthrough: true }) response: Response): Promise<ReadinessAnswer> {
    const { ok, body } = await this.readiness.report();
    response.status(ok ? 200 : 503);
    return body;
  }

  @Get('metrics')
  @Public()
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  @AnswersMedia(200, 'text/plain')
  scrape(): Promise<string> {
    return this.metrics.text();
  }
}
