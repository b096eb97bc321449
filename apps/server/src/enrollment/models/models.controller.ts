import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { jobAccepted, modelList, packParam, type PackParam } from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { ModelsService } from './models.service.js';

const UNUSABLE = { 404: 'MODEL_NOT_FOUND', 422: 'MODEL_UNUSABLE' };

/** Which networks recognise faces: prepare another pack, look at how decisions would differ, change over, go back. */
@ApiTags('models')
@Controller('models')
@Allow('admin')
export class ModelsController {
  constructor(private readonly models: ModelsService) {}

  @Get()
  @Allow('admin', 'auditor')
  @Answers(200, modelList)
  list() {
    return this.models.list();
  }

  @Post('rollback')
  @Answers(200, modelList, { ...UNUSABLE, 409: ['NO_PREVIOUS_MODEL', 'MODEL_NOT_PREPARED'] })
  rollBack(@Sender() sender: Principal) {
    return this.models.rollBack(actorOf(sender));
  }

  @Post(':pack/prepare')
  @Answers(202, jobAccepted, UNUSABLE)
  async prepare(@Sender() sender: Principal, @Param({ schema: packParam }) { pack }: PackParam) {
    return { jobId: await this.models.prepare(actorOf(sender), pack) };
  }

  @Post(':pack/activate')
  @Answers(200, modelList, { ...UNUSABLE, 409: 'MODEL_NOT_PREPARED' })
  activate(@Sender() sender: Principal, @Param({ schema: packParam }) { pack }: PackParam) {
    return this.models.activate(actorOf(sender), pack);
  }
}
