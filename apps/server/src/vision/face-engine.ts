import type { PackInfo } from '@rollcall/contracts';
import type { EmbedFaces, FaceReading } from '@rollcall/vision';

/** The recommended decision threshold of a recogniser, with the data it was measured on. */
export interface RecommendedThreshold {
  readonly threshold: number;
  readonly source: string;
}

/** Port: images in, faces and numbers out. Slow and foreign, so that a test may put another in its place. */
export abstract class FaceEngine {
  abstract readonly pack: PackInfo;
  abstract readonly recommended: RecommendedThreshold;
  /** @throws DomainError UNSUPPORTED_IMAGE, IMAGE_TOO_LARGE or BUSY */
  abstract read(image: Uint8Array, embed: EmbedFaces): Promise<FaceReading>;
  /** Rejects where the networks no longer answer. */
  abstract check(): Promise<void>;
  abstract close(): Promise<void>;
}
