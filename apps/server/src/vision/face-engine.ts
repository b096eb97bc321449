import type { PackInfo } from '@rollcall/contracts';
import type { FaceReading, OperatingPoint, ReadOptions } from '@rollcall/vision';

/** From when on a recogniser's answer should count, with the data that this was measured on. */
export interface RecommendedThreshold extends Pick<
  OperatingPoint,
  'threshold' | 'margin' | 'fpir' | 'impostorTail' | 'templateExponent' | 'measurement'
> {
  readonly source: string;
}

/** What an engine saw, and which model made the embeddings: they mean nothing to any other. */
export interface Reading extends FaceReading {
  readonly modelId: string;
}

/** What of an image is looked at. */
export type Look = Omit<ReadOptions, 'limits'>;

/** Port: images in, faces and numbers out. Slow and foreign, so that a test may put another in its place. */
export abstract class FaceEngine {
  abstract readonly pack: PackInfo;
  abstract readonly recommended: RecommendedThreshold;
  /** @throws DomainError UNSUPPORTED_IMAGE, IMAGE_TOO_LARGE or BUSY */
  abstract read(image: Uint8Array, look: Look): Promise<Reading>;
  /** Rejects where the networks no longer answer. */
  abstract check(): Promise<void>;
  abstract close(): Promise<void>;
}
