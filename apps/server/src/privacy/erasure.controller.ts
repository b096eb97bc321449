import { Controller, Delete, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { erasureReceipt, idParam, person, type IdParam } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { ErasureService } from './erasure.service.js';

@ApiTags('people')
@Controller('people/:id')
@Allow('admin', 'enroller')
export class ErasureController {
  constructor(private readonly erasure: ErasureService) {}

  @Delete()
  @Answers(200, erasureReceipt, { 404: 'PERSON_NOT_FOUND' })
  erase(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.erasure.erase(actorOf(sender), id);
  }

  @Delete('consent')
  @Answers(200, person, { 404: 'PERSON_NOT_FOUND' })
  withdrawConsent(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.erasure.withdrawConsent(actorOf(sender), id);
  }
}
