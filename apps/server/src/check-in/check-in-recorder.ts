import { Injectable } from '@nestjs/common';
import type { CheckInAnswer, CheckInTimings } from '@rollcall/contracts';
import { isOutage } from '../platform/database/outage.js';
import { AnsweredMeanwhile, AnsweredRequests } from './answered-requests.js';
import type { CheckInEvent } from './check-in-event.js';
import { CheckInFeed } from './check-in-feed.js';
import { CheckInLog } from './check-in-log.js';
import { answerOf } from './check-in-message.js';

export interface Answered {
  readonly answer: CheckInAnswer;
  /** True when this repeats the answer to an earlier request with the same key. */
  readonly replayed: boolean;
}

/** Writes what was decided once, keeps the answer for whoever asks again, and tells. */
@Injectable()
export class CheckInRecorder {
  constructor(
    private readonly log: CheckInLog,
    private readonly answered: AnsweredRequests,
    private readonly feed: CheckInFeed,
  ) {}

  /** The answer to an earlier request with this key; null where there was none. */
  async recall(deviceId: string, key: string | undefined): Promise<Answered | null> {
    const answer = await this.answered.recall(deviceId, key);
    return answer && { answer, replayed: true };
  }

  async record(event: CheckInEvent, key: string | undefined, spent: () => CheckInTimings): Promise<Answered> {
    const { device, frameId } = event;
    try {
      const { answer, recorded } = await this.log.transaction(async (manager) => {
        const recorded = await this.log.record(manager, event);
        const answer = answerOf(event, recorded, spent());
        await this.answered.remember(manager, device.id, key, answer);
        return { answer, recorded };
      });
      if (recorded.decision === 'duplicate') await this.log.dropFrame(frameId);
      this.feed.tell(recorded, answer.timings);
      return { answer, replayed: false };
    } catch (error) {
      // It may be recorded all the same, with this frame; if not, the frame goes on its day.
      if (isOutage(error)) throw error;
      await this.log.dropFrame(frameId);
      const earlier = error instanceof AnsweredMeanwhile ? await this.recall(device.id, key) : null;
      if (!earlier) throw error;
      return earlier;
    }
  }
}
