import { Injectable } from '@nestjs/common';
import type { CheckInTimings } from '@rollcall/contracts';
import type { StageTimings } from '@rollcall/vision';
import type { Device } from '../devices/device.entity.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import { FaceEngine } from '../vision/face-engine.js';
import type { CheckInRequest } from './capture-moment.js';
import { CheckInLog } from './check-in-log.js';
import { CheckInRecorder, type Answered } from './check-in-recorder.js';
import { GalleryAnswers } from './gallery-answers.js';
import { livenessAt } from './liveness-rule.js';
import { PinStepUp } from './pin-step-up.js';
import { fuse } from './probe.js';
import { judge } from './verdict.js';

/** Whoever stands before the kiosk is asked, nobody behind. */
const LOOK = { find: 'nearest', embed: 'largest', liveness: 'none' } as const;
const LOOK_ALIVE = { ...LOOK, liveness: 'largest' } as const;

/**
 * Frames of one moment are more alike than photos of different days: less than this share of the cosine that those need
 * is somebody else.
 */
const ONE_PERSON = 0.6;

@Injectable()
export class CheckInService {
  constructor(
    private readonly engine: FaceEngine,
    private readonly gallery: GalleryAnswers,
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
    const liveness = livenessAt(device, settings);
    const look = liveness ? LOOK_ALIVE : LOOK;
    const readings = await Promise.all(request.frames.map((frame) => this.engine.read(frame, look)));
    const probe = fuse(readings, settings.quality.checkIn, ONE_PERSON * settings.thresholdDefault);
    const [{ closest, isPortrait, search }, frameId] = await Promise.all([
      this.gallery.ask(probe),
      this.log.keepFrame(probe, request),
    ]);
    const judged = judge(probe, closest, settings, { isPortrait, liveness });
    const settled = await this.stepUp.settle(device, judged, request.pin);

    const event = { device, moment: request.moment, probe, frameId, closest, settings, liveness, ...settled };
    const spent = () => timingsOf(probe.timings, search, performance.now() - started);
    return this.recorder.record(event, request.idempotencyKey, spent);
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
