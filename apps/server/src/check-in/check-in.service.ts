import { Injectable } from '@nestjs/common';
import type { CheckInTimings } from '@rollcall/contracts';
import type { StageTimings } from '@rollcall/vision';
import type { Device } from '../devices/device.entity.js';
import { FaceGallery } from '../gallery/face-gallery.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import type { Candidate } from '../gallery/weighing.js';
import { FaceEngine } from '../vision/face-engine.js';
import type { CheckInRequest } from './capture-moment.js';
import { CheckInLog } from './check-in-log.js';
import { CheckInRecorder, type Answered } from './check-in-recorder.js';
import { PinStepUp } from './pin-step-up.js';
import { fuse, type Probe } from './probe.js';
import { judge } from './verdict.js';

/** How many people are asked for: as many as a PIN may have to choose between. */
const CLOSEST = 5;

@Injectable()
export class CheckInService {
  constructor(
    private readonly engine: FaceEngine,
    private readonly gallery: FaceGallery,
    private readonly settings: RecognitionSettingsService,
    private readonly stepUp: PinStepUp,
    private readonly log: CheckInLog,
    private readonly recorder: CheckInRecorder,
  ) {}

  /** Read the face, ask the gallery, judge, settle by PIN, record, tell. */
  async checkIn(device: Device, request: CheckInRequest): Promise<Answered> {
    const started = performance.now();
    const earlier = await this.recorder.recall(device.id, request.idempotencyKey);
    if (earlier) return earlier;

    const settings = await this.settings.current();
    const readings = await Promise.all(request.frames.map((frame) => this.engine.read(frame, 'largest')));
    const probe = fuse(readings);
    const [{ closest, search }, frameId] = await Promise.all([
      this.ask(probe),
      this.log.keepFrame(probe, request),
    ]);
    const judged = judge(probe, closest, settings);
    const settled = await this.stepUp.settle(device, judged, request.pin);

    const event = { device, moment: request.moment, probe, frameId, closest, settings, ...settled };
    const spent = () => timingsOf(probe.timings, search, performance.now() - started);
    return this.recorder.record(event, request.idempotencyKey, spent);
  }

  private async ask({ embedding, modelId }: Probe): Promise<{ closest: Candidate[]; search: number }> {
    const asked = performance.now();
    const closest = embedding && modelId ? await this.gallery.closest({ embedding, modelId }, CLOSEST) : [];
    return { closest, search: performance.now() - asked };
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
