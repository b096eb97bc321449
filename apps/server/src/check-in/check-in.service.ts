import { Injectable } from '@nestjs/common';
import type { CheckInAnswer, CheckInTimings } from '@rollcall/contracts';
import type { StageTimings } from '@rollcall/vision';
import type { Device } from '../devices/device.entity.js';
import { FaceGallery } from '../enrollment/face-gallery.js';
import { FaceEngine } from '../vision/face-engine.js';
import { RecognitionSettingsService } from '../vision/recognition-settings.service.js';
import { AnsweredMeanwhile, AnsweredRequests } from './answered-requests.js';
import type { CaptureMoment } from './capture-moment.js';
import type { CheckInEvent } from './check-in-event.js';
import { CheckInFeed } from './check-in-feed.js';
import { CheckInLog } from './check-in-log.js';
import { answerOf } from './check-in-message.js';
import { fuse } from './probe.js';
import { judge } from './verdict.js';

/** One moment at a kiosk: one to five frames, when they were taken and the key that makes sending them twice safe. */
export interface CheckInRequest {
  readonly frames: readonly Uint8Array[];
  readonly moment: CaptureMoment;
  readonly idempotencyKey: string | undefined;
}

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
    const asked = performance.now();
    const closest = probe.embedding ? await this.gallery.closest(probe.embedding, 2) : [];
    const search = performance.now() - asked;
    const verdict = judge(probe, closest, settings);

    const frame = request.frames[probe.frame]!;
    const event: CheckInEvent = { device, moment: request.moment, probe, frame, closest, settings, verdict };
    const spent = () => timingsOf(probe.timings, search, performance.now() - started);
    return this.record(event, request.idempotencyKey, spent);
  }

  private async record(
    event: CheckInEvent,
    key: string | undefined,
    spent: () => CheckInTimings,
  ): Promise<Answered> {
    const { device } = event;
    const frameId = await this.log.keepFrame(event);
    try {
      const { answer, recorded } = await this.log.transaction(async (manager) => {
        const recorded = await this.log.record(manager, event, frameId);
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
