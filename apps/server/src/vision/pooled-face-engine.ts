import type { PackInfo } from '@rollcall/contracts';
import {
  EngineBusy,
  EngineCrashed,
  FaceEnginePool,
  ImageRejected,
  recommendedOperatingPoint,
  type ModelPack,
} from '@rollcall/vision';
import type { Config } from '../platform/config/config.js';
import { DomainError } from '../platform/domain-error.js';
import { refusalOfImage } from './image-refusal.js';
import { FaceEngine, type Look, type Reading, type RecommendedThreshold } from './face-engine.js';

/** The networks of one pack in worker threads, since a run blocks the thread that it is called on. */
export class PooledFaceEngine extends FaceEngine {
  private constructor(
    readonly pack: PackInfo,
    readonly recommended: RecommendedThreshold,
    private readonly pool: FaceEnginePool,
  ) {
    super();
  }

  /** @throws PackError when the pack cannot be used */
  static async open(pack: ModelPack, { workers, threads }: Config['inference']): Promise<PooledFaceEngine> {
    // Only what was set: the pool knows what suits the machine.
    const pool = await FaceEnginePool.open(pack, {
      ...(workers && { workers }),
      ...(threads && { threads }),
    });
    const { basis, ...point } = recommendedOperatingPoint(pack);
    return new PooledFaceEngine(packInfoOf(pack), { ...point, source: basis }, pool);
  }

  async read(image: Uint8Array, look: Look): Promise<Reading> {
    try {
      return { ...(await this.pool.read(image, look)), modelId: this.pack.modelId };
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

/** A pack as the API describes it. */
export const packInfoOf = (pack: ModelPack): PackInfo => {
  const { name, title, licence, commercialUse, modelId, dimension } = pack;
  const { measurement, mostPeople } = recommendedOperatingPoint(pack);
  const about = { name, title, licence, commercialUse, modelId, dimension };
  return {
    ...about,
    liveness: pack.manifest.liveness.length > 0,
    attributes: pack.manifest.attributes.map(({ kind }) => kind),
    measurement,
    mostPeople,
  };
};

function refusalOf(error: unknown): unknown {
  if (error instanceof ImageRejected) return refusalOfImage(error);
  if (error instanceof EngineBusy || error instanceof EngineCrashed) {
    return new DomainError('busy', 'BUSY', error.message);
  }
  return error;
}
