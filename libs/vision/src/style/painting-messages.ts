import type { PlainError } from '../pool/plain-error.js';
import type { PaintedPicture, PaintingProgress, PaintingRequest } from './painting-progress.js';
import type { StyleNetwork } from './style-network.js';

/** What a painting's thread is started with. */
export interface PaintingSetup {
  readonly network: StyleNetwork;
  readonly threads: number;
  readonly request: PaintingRequest;
  /**
   * One 32-bit integer, 0 until painting is to be cancelled. Memory and no message, because the network blocks the
   * thread and between two runs nobody would read messages.
   */
  readonly cancelled: SharedArrayBuffer;
}

/** What a painting's thread says: its progress, and at last how it ended. */
export type PaintingMessage =
  | { readonly kind: 'progress'; readonly progress: PaintingProgress }
  | { readonly kind: 'painted'; readonly picture: PaintedPicture }
  | { readonly kind: 'failure'; readonly failure: PlainError };
