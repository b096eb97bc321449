import { Body, Controller, Headers, Post, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import { checkInAnswer, pinCheckIn, type PinCheckIn } from '@rollcall/contracts';
import type { Request, Response } from 'express';
import { DEVICE_TIME } from '../devices/device-clock.js';
import { Device } from '../devices/device.entity.js';
import { Kiosk } from '../devices/device.guard.js';
import { Clock } from '../platform/clock/clock.js';
import { ForDevices } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { DEVICE_CLOCK, keyOf, momentOf } from './check-in-request.js';
import { PinCheckInService } from './pin-check-in.service.js';

/** Where kiosks post what is typed. */
@ApiTags('check-in')
@Controller('check-ins/pin')
@ForDevices()
export class PinCheckInController {
  constructor(
    private readonly checkIns: PinCheckInService,
    private readonly clock: Clock,
  ) {}

  /** Answers as a recognised face does: `matched`, or `duplicate` inside the window. */
  @Post()
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key answers the same body.' })
  @ApiHeader({ name: 'captured-at', required: false, description: 'RFC 3339, as the field capturedAt.' })
  @ApiHeader({ name: DEVICE_TIME, required: false, description: DEVICE_CLOCK })
  @ApiResponse({
    status: 200,
    description: 'The answer to an earlier request with the same Idempotency-Key.',
    standardSchema: checkInAnswer,
  })
  @Answers(201, checkInAnswer, {
    403: 'PIN_WRONG',
    422: 'CAPTURED_AT_IN_FUTURE',
    423: 'PIN_LOCKED',
    429: 'TOO_MANY_REQUESTS',
  })
  async checkIn(
    @Kiosk() kiosk: Device,
    @Headers() headers: Record<string, string | undefined>,
    @Body({ schema: pinCheckIn }) { employeeNo, pin }: PinCheckIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const fields = request.body as Record<string, unknown>;
    const moment = momentOf(fields, headers, this.clock.now());
    const asked = { employeeNo, pin, moment, idempotencyKey: keyOf(headers) };
    const { answer, replayed } = await this.checkIns.checkIn(kiosk, asked);
    response.status(replayed ? 200 : 201);
    return answer;
  }
}
