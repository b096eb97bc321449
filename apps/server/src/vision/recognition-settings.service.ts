import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  RecognitionSettings as RecognitionSettingsMessage,
  RecognitionSettingsUpdate,
} from '@rollcall/contracts';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Broadcast } from '../platform/broadcast/broadcast.js';
import { FaceEngine } from './face-engine.js';
import { RecognitionSettings } from './recognition-settings.entity.js';

const DUPLICATE_WINDOW_SECONDS = 60;
const FRESH_MS = 2_000;
const TOPIC = 'recognition.settings';

/**
 * The settings that decide a check-in. Read with every frame, so kept for two seconds; a change reaches every server at
 * once, and those two seconds are for the case that it did not.
 */
@Injectable()
export class RecognitionSettingsService {
  private kept: { at: number; value: Promise<RecognitionSettingsMessage> } | null = null;

  constructor(
    @InjectRepository(RecognitionSettings) private readonly settings: Repository<RecognitionSettings>,
    private readonly engine: FaceEngine,
    private readonly audit: AuditService,
    private readonly broadcast: Broadcast,
  ) {
    broadcast.on(TOPIC, () => this.forget());
    broadcast.onReconnect(() => this.forget());
  }

  current(): Promise<RecognitionSettingsMessage> {
    const now = performance.now();
    if (this.kept && now - this.kept.at < FRESH_MS) return this.kept.value;
    const kept = { at: now, value: this.load() };
    kept.value.catch(() => this.kept === kept && this.forget());
    this.kept = kept;
    return kept.value;
  }

  async change(actor: string, update: RecognitionSettingsUpdate): Promise<RecognitionSettingsMessage> {
    const { modelId } = this.engine.pack;
    await this.settings.manager.transaction(async (manager) => {
      await manager.upsert(RecognitionSettings, { modelId, ...update }, ['modelId']);
      await this.audit.record(
        { actor, action: 'recognition.settings', details: { modelId, ...update } },
        manager,
      );
    });
    this.forget();
    this.broadcast.tell(TOPIC, modelId);
    return this.current();
  }

  /** An answer that is still on its way is for those who asked already. */
  private forget(): void {
    this.kept = null;
  }

  private async load(): Promise<RecognitionSettingsMessage> {
    const { pack, recommended } = this.engine;
    const chosen = await this.settings.findOneBy({ modelId: pack.modelId });
    return {
      modelId: pack.modelId,
      threshold: chosen?.threshold ?? recommended.threshold,
      thresholdDefault: recommended.threshold,
      margin: chosen?.margin ?? recommended.margin,
      marginDefault: recommended.margin,
      thresholdSource: recommended.source,
      duplicateWindowSeconds: chosen?.duplicateWindowSeconds ?? DUPLICATE_WINDOW_SECONDS,
    };
  }
}
