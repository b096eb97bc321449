import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  RecognitionSettings as RecognitionSettingsMessage,
  RecognitionSettingsUpdate,
} from '@rollcall/contracts';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { FaceEngine } from './face-engine.js';
import { RecognitionSettings } from './recognition-settings.entity.js';

const DUPLICATE_WINDOW_SECONDS = 60;
const FRESH_MS = 2_000;

/** The settings that decide a check-in. Read with every frame, so kept for two seconds. */
@Injectable()
export class RecognitionSettingsService {
  private kept: { at: number; value: RecognitionSettingsMessage } | null = null;

  constructor(
    @InjectRepository(RecognitionSettings) private readonly settings: Repository<RecognitionSettings>,
    private readonly engine: FaceEngine,
    private readonly audit: AuditService,
  ) {}

  async current(): Promise<RecognitionSettingsMessage> {
    const now = performance.now();
    if (this.kept && now - this.kept.at < FRESH_MS) return this.kept.value;
    const value = await this.load();
    this.kept = { at: now, value };
    return value;
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
    this.kept = null;
    return this.current();
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
