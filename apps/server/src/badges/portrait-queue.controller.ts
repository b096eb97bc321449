import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { waitingCancelled } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { PortraitQueue } from './portrait-queue.js';

@ApiTags('badges')
@Controller('badges/waiting')
@Allow('admin')
export class PortraitQueueController {
  constructor(private readonly queue: PortraitQueue) {}

  /** What is being painted goes on. */
  @Post('cancel')
  @Answers(200, waitingCancelled)
  cancel(@Sender() sender: Principal) {
    return this.queue.cancelWaiting(actorOf(sender));
  }
}
