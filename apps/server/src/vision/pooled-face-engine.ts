import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PackInfo } from '@rollcall/contracts';
import {
  EngineBusy,
  EngineCrashed,
  FaceEnginePool,
  ImageRejected,
  installedPack,
  PackError,
  recommendedOperatingPoint,
  type EmbedFaces,
  type FaceReading,
  type ModelPack,
} from '@rollcall/vision';
import type { Config } from '../platform/config/config.js';
import { StartupError } from '../platform/config/startup-error.js';
import { DomainError } from '../platform/domain-error.js';
import { FaceEngine, type RecommendedThreshold } from './face-engine.js';

const SHIPPED = 'open';

/** The networks of one pack in worker threads, since a run blocks the thread that it is called on. */
export class PooledFaceEngine extends FaceEngine {
  private constructor(
    readonly pack: PackInfo,
    readonly recommended: RecommendedThreshold,
    private readonly pool: FaceEnginePool,
  ) {
    super();
  }

  /** @throws StartupError when the pack that the settings name cannot be used */
  static async open(config: Config): Promise<PooledFaceEngine> {
    try {
      const pack = await configuredPack(config);
      const pool = await FaceEnginePool.open(pack, poolOptions(config));
      const { threshold, margin, basis } = recommendedOperatingPoint(pack);
      return new PooledFaceEngine(describe(pack), { threshold, margin, source: basis }, pool);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      throw new StartupError(isInstalled(config) ? error.message : missing(config));
    }
  }

  async read(image: Uint8Array, embed: EmbedFaces): Promise<FaceReading> {
    try {
      return await this.pool.read(image, { embed });
    } catch (error) {
      throw refusalOf(error);
    }
  }

  async check(): Promise<void> {
    if (this.pool.running === 0) throw new Error('No recognition worker runs; one is being started.');
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

const packsFolder = ({ modelsDir, dataDir }: Config) => modelsDir ?? join(dataDir, 'models');

const isInstalled = (config: Config) =>
  !config.modelPack ||
  config.modelPack === SHIPPED ||
  existsSync(join(packsFolder(config), config.modelPack, 'pack.json'));

const configuredPack = (config: Config): Promise<ModelPack> =>
  installedPack(config.modelPack ?? SHIPPED, packsFolder(config));

const missing = (config: Config) =>
  `There is no model pack "${config.modelPack ?? SHIPPED}" in ${packsFolder(config)}. Put it there, set MODELS_DIR ` +
  `to the folder that holds it, or unset MODEL_PACK to use the one that ships with Rollcall.`;

/** Only what was set: the pool knows what suits the machine. */
const poolOptions = ({ inference: { workers, threads } }: Config) => ({
  ...(workers && { workers }),
  ...(threads && { threads }),
});

const describe = ({ name, title, licence, commercialUse, modelId, dimension }: ModelPack): PackInfo => ({
  name,
  title,
  licence,
  commercialUse,
  modelId,
  dimension,
  liveness: false,
});

function refusalOf(error: unknown): unknown {
  if (error instanceof ImageRejected) {
    const kind = error.code === 'IMAGE_TOO_LARGE' ? 'too-large' : 'rule';
    return new DomainError(kind, error.code, error.message);
  }
  if (error instanceof EngineBusy || error instanceof EngineCrashed) {
    return new DomainError('busy', 'BUSY', error.message);
  }
  return error;
}
