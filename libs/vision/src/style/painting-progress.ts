import type { FiveLandmarks } from '../geometry.js';
import type { RgbImage } from '../rgb-image.js';
import type { StyleOptions } from './style-options.js';

/** A picture, or the bytes of a JPEG, PNG or WebP. */
export type Picture = RgbImage | Uint8Array;

/** A style's picture, and how much of it the painting takes: shares of several styles count in proportion. */
export interface StylePicture<Image = Picture> {
  readonly image: Image;
  /** Above or equal to 0; 1 when left out. */
  readonly share?: number;
}

/** What is to be painted. */
export interface PaintingRequest {
  /** The picture that is painted over. */
  readonly content: Picture;
  /** At least one, with a share above 0. */
  readonly styles: readonly StylePicture[];
  /** Of the face to protect, in pixels of the upright content. */
  readonly landmarks?: FiveLandmarks;
  /** What an earlier painting of this content came to, to go on from; begins with the content when left out. */
  readonly start?: Picture;
  readonly options?: StyleOptions;
}

/** What is told of each evaluation. */
export interface PaintingProgress {
  /** Counts from 1 over all sizes. */
  readonly evaluation: number;
  /** How many there will be at most. */
  readonly evaluations: number;
  /** Losses can be compared within one size only. */
  readonly loss: number;
  /** What the loss consists of, weighted. `style` has an entry for each tap of the recipe. */
  readonly terms: { readonly content: number; readonly style: readonly number[]; readonly roughness: number };
  /** Sides in pixels of what is being painted. */
  readonly width: number;
  readonly height: number;
  /** The picture as it stands, every few evaluations and at the end of each size. */
  readonly snapshot: RgbImage | null;
}

/** A painted picture. */
export interface PaintedPicture {
  /** The picture with the lowest loss at the last size that was reached, in the size that was asked for. */
  readonly image: RgbImage;
  /** Its loss; null when painting was cancelled before the first evaluation, and nothing is painted. */
  readonly loss: number | null;
  readonly evaluations: number;
  /** `converged`: nothing more was to be gained before all evaluations were made. */
  readonly ended: 'finished' | 'converged' | 'cancelled';
}
