import type { PortraitSettings } from '@rollcall/contracts';
import type { FaceInPhoto } from '@rollcall/vision';

/** A network that paints in one style at once. */
export interface StylePreset {
  /** Stable; programs know it by this. */
  readonly key: string;
  readonly name: string;
  /** Path of a picture that shows what it does, a JPEG or PNG. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/** What a portrait is painted from. */
export interface Sitting {
  /** As it was enrolled. */
  readonly photo: Uint8Array;
  /** In pixels of the upright photo. */
  readonly face: FaceInPhoto;
  /** Pixels a side of the portrait. */
  readonly size: number;
}

/** A picture whose manner is taken on; the weights of several are shares of their sum. */
export interface StyleSource {
  readonly picture: Uint8Array;
  readonly weight: number;
}

/** How to paint by optimization. */
export interface Commission extends Sitting, Omit<PortraitSettings, 'size'> {
  readonly styles: readonly StyleSource[];
  /** Where an earlier attempt was stopped, as `onStep` gave it; null begins with the photo. */
  readonly from: { readonly picture: Uint8Array; readonly step: number } | null;
}

/** What can be asked of a preset. */
export type PresetLook = Pick<PortraitSettings, 'strength' | 'preserveColor'>;

/** How far a painting is. */
export interface PaintingStep {
  readonly step: number;
  readonly loss: number;
  /** The best picture so far as a PNG. It is made when it is asked for, before the step is over. */
  readonly picture: () => Promise<Uint8Array>;
}

export interface Watch {
  readonly signal: AbortSignal;
  /** The next step waits until it resolves. */
  readonly onStep: (step: PaintingStep) => Promise<void>;
}

/** Port: photos in, portraits out, as PNG. Slow and foreign, so that a test may put another in its place. */
export abstract class Stylizer {
  abstract readonly presets: readonly StylePreset[];
  /** Whether the weights are installed that any style is painted with; presets do without. */
  abstract readonly paintsAnyStyle: boolean;
  /**
   * One portrait at a time in a process; whoever comes meanwhile waits.
   *
   * @throws the signal's reason once it is aborted
   */
  abstract paint(commission: Commission, watch: Watch): Promise<Uint8Array>;
  /** Paints in one pass. */
  abstract applyPreset(key: string, sitting: Sitting, look: PresetLook): Promise<Uint8Array>;
  abstract close(): Promise<void>;
}
