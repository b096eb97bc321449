import {
  Controller,
  Get,
  Header,
  Param,
  Post,
  Query,
  Sse,
  UseGuards,
  type MessageEvent,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { idParam, job, jobPage, jobQuery, type IdParam, type JobQuery } from '@rollcall/contracts';
import { map, type Observable } from 'rxjs';
import { Allow } from '../platform/http/access.js';
import { Answers, AnswersMedia } from '../platform/http/answers.js';
import { withKeepAlive } from '../platform/http/keep-alive.js';
import { Sender, type Principal } from '../platform/http/principal.js';
import { JobVisible } from './job-visible.guard.js';
import { JobOversight } from './job-oversight.service.js';

/** Background work: how far it is, and the two things that people may do about it. */
@ApiTags('jobs')
@Controller('jobs')
@Allow('admin', 'enroller', 'hr', 'auditor')
export class JobsController {
  constructor(private readonly oversight: JobOversight) {}

  @Get()
  @Answers(200, jobPage)
  list(@Sender() sender: Principal, @Query({ schema: jobQuery }) query: JobQuery) {
    return this.oversight.list(sender, query);
  }

  @Get(':id')
  @Answers(200, job, { 404: 'JOB_NOT_FOUND' })
  show(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.oversight.show(sender, id);
  }

  /** Server-sent events: `job` with a Job, as it is and then for every change, until its final state; `ping`. */
  @Sse(':id/stream')
  @Header('X-Accel-Buffering', 'no')
  @AnswersMedia(200, 'text/event-stream', { 404: 'JOB_NOT_FOUND' })
  @UseGuards(JobVisible)
  stream(@Param({ schema: idParam }) { id }: IdParam): Observable<MessageEvent> {
    return withKeepAlive(this.oversight.follow(id).pipe(map((data) => ({ type: 'job', data }))));
  }

  @Post(':id/cancel')
  @Allow('admin', 'enroller', 'hr')
  @Answers(200, job, { 404: 'JOB_NOT_FOUND', 409: 'JOB_FINISHED' })
  cancel(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.oversight.cancel(sender, id);
  }

  @Post(':id/retry')
  @Allow('admin')
  @Answers(200, job, {
    404: 'JOB_NOT_FOUND',
    409: ['JOB_COMPLETED', 'JOB_NOT_FINISHED', 'JOB_ALREADY_WAITING', 'PORTRAIT_DELETED'],
  })
  retry(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    return this.oversight.retry(sender, id);
  }
}
