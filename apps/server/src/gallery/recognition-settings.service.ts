import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  QualitySettingsUpdate,
  RecognitionSettings as RecognitionSettingsMessage,
  RecognitionSettingsUpdate,
} from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Broadcast } from '../platform/broadcast/broadcast.js';
import { withoutUndefined } from '../platform/without-undefined.js';
import { FaceEngine, type RecommendedThreshold } from '../vision/face-engine.js';
import { automaticThreshold, expectedFpir } from './automatic-threshold.js';
import { GallerySize } from './gallery-size.js';
import { chooseLimits, limitsInForce } from './quality-limits.js';
import { RecognitionSettings, UNDECIDED } from './recognition-settings.entity.js';

/**
 * Where MiniFASNet takes a face for a picture. With something around them all of 80 faces score above 0.5; the lower
 * limits are for those that fill their picture, of which some 3 % score less though they live (bench/README.md).
 */
const LIVENESS_THRESHOLDS = { checkIn: 0.35, enrollment: 0.2 } as const;
const FRESH_MS = 2_000;
const TOPIC = 'recognition.settings';

/**
 * The settings that decide a check-in. Read with every frame, so kept for two seconds; a change reaches every server at
 * once, and those two seconds are for the case that it did not.
 */
/** How far an automatic threshold may move between being read and being sent back. */
const DRIFT = 0.005;

@Injectable()
export class RecognitionSettingsService {
  private kept: { at: number; modelId: string; value: Promise<RecognitionSettingsMessage> } | null = null;

  constructor(
    @InjectRepository(RecognitionSettings) private readonly settings: Repository<RecognitionSettings>,
    private readonly engine: FaceEngine,
    private readonly size: GallerySize,
    private readonly audit: AuditService,
    private readonly broadcast: Broadcast,
  ) {
    broadcast.on(TOPIC, () => this.forget());
    broadcast.onReconnect(() => this.forget());
  }

  current(): Promise<RecognitionSettingsMessage> {
    const now = performance.now();
    const { modelId } = this.engine.pack;
    if (this.kept?.modelId === modelId && now - this.kept.at < FRESH_MS) return this.kept.value;
    const kept = { at: now, modelId, value: this.of(modelId, this.engine.recommended) };
    kept.value.catch(() => this.kept === kept && this.forget());
    this.kept = kept;
    return kept.value;
  }

  /** What `current` answers, and by the size that the gallery has now: for whoever looks, not for every frame. */
  shown(): Promise<RecognitionSettingsMessage> {
    return this.of(this.engine.pack.modelId, this.engine.recommended, 0);
  }

  async change(actor: string, update: RecognitionSettingsUpdate): Promise<RecognitionSettingsMessage> {
    const { modelId } = this.engine.pack;
    // What is only read comes as undefined.
    const said = withoutUndefined(await this.asRead(update));
    const { index, liveness, quality, ...decided } = said;
    const columns = {
      ...decided,
      ...livenessColumns(liveness),
      ...(index?.from !== undefined && { indexFrom: index.from }),
      ...(index?.m !== undefined && { indexM: index.m }),
      ...(index?.efConstruction !== undefined && { indexEfConstruction: index.efConstruction }),
      ...(index?.efSearch !== undefined && { indexEfSearch: index.efSearch }),
    };
    await this.settings.manager.transaction(async (manager) => {
      await manager.upsert(RecognitionSettings, { modelId, ...columns }, ['modelId']);
      if (quality) await changeLimits(manager, modelId, quality);
      await this.audit.record(
        { actor, action: 'recognition.settings', details: { modelId, ...said } },
        manager,
      );
    });
    this.forget();
    this.broadcast.tell(TOPIC, modelId);
    return this.shown();
  }

  /** A change without the threshold, where that is the automatic one, sent back as it was read. */
  private async asRead({ automatic, ...update }: RecognitionSettingsUpdate): Promise<typeof update> {
    if (!automatic || typeof update.threshold !== 'number') return update;
    const shown = await this.shown();
    const unchanged = shown.automatic && Math.abs(update.threshold - shown.threshold) < DRIFT;
    return unchanged ? { ...update, threshold: undefined } : update;
  }

  /** An answer that is still on its way is for those who asked already. */
  private forget(): void {
    this.kept = null;
  }

  /** What would decide under this model. */
  async of(
    modelId: string,
    recommended: RecommendedThreshold,
    freshMs?: number,
  ): Promise<RecognitionSettingsMessage> {
    const chosen = (await this.settings.findOneBy({ modelId })) ?? UNDECIDED;
    const size = await this.size.of(modelId, freshMs);
    const fpir = chosen.fpir ?? recommended.fpir;
    const threshold = chosen.threshold ?? automaticThreshold(recommended, fpir, size);
    return {
      modelId,
      threshold,
      thresholdDefault: recommended.threshold,
      margin: chosen.margin ?? recommended.margin,
      marginDefault: recommended.margin,
      thresholdSource: recommended.source,
      measurement: recommended.measurement,
      fpir,
      automatic: chosen.threshold === null,
      people: size.people,
      expectedFpir: expectedFpir(recommended, threshold, size),
      duplicateWindowSeconds: chosen.duplicateWindowSeconds,
      liveness: {
        checkIn: chosen.liveness,
        checkInThreshold: chosen.livenessThreshold ?? LIVENESS_THRESHOLDS.checkIn,
        enrollment: chosen.enrollmentLiveness,
        enrollmentThreshold: chosen.enrollmentLivenessThreshold ?? LIVENESS_THRESHOLDS.enrollment,
        checkInThresholdDefault: LIVENESS_THRESHOLDS.checkIn,
        enrollmentThresholdDefault: LIVENESS_THRESHOLDS.enrollment,
      },
      quality: limitsInForce(chosen.qualityLimits),
      attributes: chosen.attributes,
      index: {
        from: chosen.indexFrom,
        m: chosen.indexM,
        efConstruction: chosen.indexEfConstruction,
        efSearch: chosen.indexEfSearch,
      },
    };
  }
}

/** One by one: of two changes at once neither is lost. */
async function changeLimits(manager: EntityManager, modelId: string, update: QualitySettingsUpdate) {
  const lock = { mode: 'pessimistic_write' } as const;
  const { qualityLimits } = await manager.findOneOrFail(RecognitionSettings, { where: { modelId }, lock });
  await manager.update(
    RecognitionSettings,
    { modelId },
    { qualityLimits: chooseLimits(qualityLimits, update) },
  );
}

function livenessColumns(liveness: RecognitionSettingsUpdate['liveness'] = {}) {
  const { checkIn, checkInThreshold, enrollment, enrollmentThreshold } = liveness;
  return {
    ...(checkIn !== undefined && { liveness: checkIn }),
    ...(checkInThreshold !== undefined && { livenessThreshold: checkInThreshold }),
    ...(enrollment !== undefined && { enrollmentLiveness: enrollment }),
    ...(enrollmentThreshold !== undefined && { enrollmentLivenessThreshold: enrollmentThreshold }),
  };
}
