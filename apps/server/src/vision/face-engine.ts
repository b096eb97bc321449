import type { PackInfo } from '@rollcall/contracts';
import type { EmbedFaces, FaceReading } from '@rollcall/vision';

/** From when on a recogniser's answer should count, with the data that this was measured on. */
export interface RecommendedThreshold {
  /** Least cosine of a match. */
  readonly threshold: number;
  /** Least lead of a match over the second-best person. */
  readonly margin: number;
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
