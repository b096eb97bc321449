import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RequestTraces } from '../attendance/requests/request-traces.js';
import { AnsweredRequests } from '../check-in/answered-requests.js';
import { CheckInLog } from '../check-in/check-in-log.js';
import { ShiftFeeds } from '../reports/feeds/shift-feeds.service.js';

/** What was seen and said of somebody at work. */
@Injectable()
export class WorkTraces {
  constructor(
    private readonly checkIns: CheckInLog,
    private readonly answered: AnsweredRequests,
    private readonly requests: RequestTraces,
    private readonly feeds: ShiftFeeds,
  ) {}

  /** Answers how many frames go. Times stay, without saying whose. */
  async destroy(manager: EntityManager, personId: string): Promise<number> {
    const frames = await this.checkIns.forget(manager, personId);
    await this.answered.forget(manager, personId);
    await this.requests.forget(manager, personId);
    await this.feeds.forget(manager, personId);
    return frames;
  }
}
