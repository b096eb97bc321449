import { Body, Controller, Delete, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, pinChange, type IdParam, type PinChange } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { PinsService } from './pins.service.js';

@ApiTags('people')
@Controller('people/:id/pin')
@Allow('admin', 'enroller')
export class PinsController {
  constructor(private readonly pins: PinsService) {}

  /** Sets or replaces a person's PIN, which also unlocks it. */
  @Put()
  @Answers(204, null, { 404: 'PERSON_NOT_FOUND', 422: 'PIN_TOO_SIMPLE' })
  set(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: pinChange }) { pin }: PinChange,
  ) {
    return this.pins.set(actorOf(sender), id, pin);
  }

  @Delete()
  @Answers(204, null, { 404: 'PERSON_NOT_FOUND' })
  remove(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.pins.remove(actorOf(sender), id);
  }
}
