import { Controller, Headers, Post, Req, Res, UploadedFiles, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { checkInAnswer } from '@rollcall/contracts';
import type { Request, Response } from 'express';
import { DEVICE_TIME } from '../devices/device-clock.js';
import { Device } from '../devices/device.entity.js';
import { Kiosk } from '../devices/device.guard.js';
import { Clock } from '../platform/clock/clock.js';
import { ForDevices } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import type { Uploads } from '../platform/http/upload.js';
import { CheckInService } from './check-in.service.js';
import { BODY, checkInRequest, DEVICE_CLOCK, STEP_UP } from './check-in-request.js';
import { ReadsFrames } from './reads-frames.interceptor.js';

/** Where kiosks post what they see. */
@ApiTags('check-in')
@Controller('check-ins')
@ForDevices()
export class CheckInsController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly clock: Clock,
  ) {}

  @Post()
  @UseInterceptors(ReadsFrames)
  @ApiConsumes('image/jpeg', 'image/png', 'image/webp', 'multipart/form-data')
  @ApiBody(BODY)
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key answers the same body.' })
  @ApiHeader({
    name: 'captured-at',
    required: false,
    description: 'RFC 3339, for frames queued while offline.',
  })
  @ApiHeader({ name: DEVICE_TIME, required: false, description: DEVICE_CLOCK })
  @ApiHeader({ name: 'pin', required: false, description: STEP_UP })
  @ApiResponse({
    status: 200,
    description: 'The answer to an earlier request with the same Idempotency-Key.',
    standardSchema: checkInAnswer,
  })
  @Answers(201, checkInAnswer, {
    400: ['IMAGE_MISSING', 'TOO_MANY_FRAMES', 'VALIDATION_FAILED'],
    413: 'IMAGE_TOO_LARGE',
    415: 'UNSUPPORTED_IMAGE',
    422: ['CAPTURED_AT_IN_FUTURE', 'UNSUPPORTED_IMAGE'],
    503: 'BUSY',
  })
  async checkIn(
    @Kiosk() kiosk: Device,
    @Headers() headers: Record<string, string | undefined>,
    @UploadedFiles() files: Uploads | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const asked = checkInRequest(headers, files, request.body, this.clock.now());
    const { answer, replayed } = await this.checkIns.checkIn(kiosk, asked);
    response.status(replayed ? 200 : 201);
    return answer;
  }
}
