import { Injectable } from '@nestjs/common';
import type { CheckInAnswer, CheckInTimings } from '@rollcall/contracts';
import type { StageTimings } from '@rollcall/vision';
import type { Device } from '../devices/device.entity.js';
import { FaceGallery, type Candidate } from '../enrollment/face-gallery.js';
import { FaceEngine } from '../vision/face-engine.js';
import { RecognitionSettingsService } from '../vision/recognition-settings.service.js';
import { AnsweredMeanwhile, AnsweredRequests } from './answered-requests.js';
import type { CheckInRequest } from './capture-moment.js';
import type { CheckInEvent } from './check-in-event.js';
import { CheckInFeed } from './check-in-feed.js';
import { CheckInLog } from './check-in-log.js';
import { answerOf } from './check-in-message.js';
import { fuse, type Probe } from './probe.js';
import { judge } from './verdict.js';

export interface Answered {
  readonly answer: CheckInAnswer;
  /** True when this repeats the answer to an earlier request with the same key. */
  readonly replayed: boolean;
}

@Injectable()
export class CheckInService {
  constructor(
    private readonly engine: FaceEngine,
    private readonly gallery: FaceGallery,
    private readonly settings: RecognitionSettingsService,
    private readonly log: CheckInLog,
    private readonly answered: AnsweredRequests,
    private readonly feed: CheckInFeed,
  ) {}

  /** Read the face, ask the gallery, judge, record, tell. */
  async checkIn(device: Device, request: CheckInRequest): Promise<Answered> {
    const started = performance.now();
    const earlier = await this.answered.recall(device.id, request.idempotencyKey);
    if (earlier) return { answer: earlier, replayed: true };

    const settings = await this.settings.current();
    const readings = await Promise.all(request.frames.map((frame) => this.engine.read(frame, 'largest')));
    const probe = fuse(readings);
    const [{ closest, search }, frameId] = await Promise.all([
      this.ask(probe),
      this.log.keepFrame(probe, request),
    ]);
    const verdict = judge(probe, closest, settings);

    const event: CheckInEvent = {
      device,
      moment: request.moment,
      probe,
      frameId,
      closest,
      settings,
      verdict,
    };
    const spent = () => timingsOf(probe.timings, search, performance.now() - started);
    return this.record(event, request.idempotencyKey, spent);
  }

  private async ask({ embedding }: Probe): Promise<{ closest: Candidate[]; search: number }> {
    const asked = performance.now();
    const closest = embedding ? await this.gallery.closest(embedding, 2) : [];
    return { closest, search: performance.now() - asked };
  }

  private async record(
    event: CheckInEvent,
    key: string | undefined,
    spent: () => CheckInTimings,
  ): Promise<Answered> {
    const { device, frameId } = event;
    try {
      const { answer, recorded } = await this.log.transaction(async (manager) => {
        const recorded = await this.log.record(manager, event);
        const answer = answerOf(recorded, spent(), device.showScores);
        await this.answered.remember(manager, device.id, key, answer);
        return { answer, recorded };
      });
      if (recorded.decision === 'duplicate') await this.log.dropFrame(frameId);
      this.feed.tell(device, recorded, answer.timings);
      return { answer, replayed: false };
    } catch (error) {
      await this.log.dropFrame(frameId);
      const earlier = error instanceof AnsweredMeanwhile ? await this.answered.recall(device.id, key) : null;
      if (!earlier) throw error;
      return { answer: earlier, replayed: true };
    }
  }
}

const timingsOf = (stages: StageTimings, search: number, total: number): CheckInTimings => ({
  decode: stages.decode,
  detect: stages.detect,
  liveness: stages.liveness,
  embed: stages.embed + stages.quality,
  search,
  total,
  inference: stages.inference,
});
