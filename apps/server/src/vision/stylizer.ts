import type { PortraitRecipe, PortraitSettings, UsedSettings } from '@rollcall/contracts';
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

/** How a portrait is painted in steps. */
export type PaintingSettings = PortraitSettings & { readonly strength: number };

/** How to paint by optimization. */
export interface Commission extends Sitting, Omit<PaintingSettings, 'size'> {
  readonly styles: readonly StyleSource[];
  /** Where an earlier attempt was stopped, as `onStep` gave it; null begins with the photo. */
  readonly from: { readonly picture: Uint8Array; readonly step: number } | null;
}

/** What can be asked of a preset. */
export type PresetLook = Pick<UsedSettings, 'strength' | 'preserveColor'>;

/** How far a painting is. */
export interface PaintingStep {
  readonly step: number;
  readonly loss: number;
  /** Pixels a side of what is painted at this step: large shapes may be painted small first, as another loss. */
  readonly size: number;
  /** The picture as it stands, as a PNG of that size. It is made when it is asked for. */
  readonly picture: () => Promise<Uint8Array>;
}

export interface Watch {
  readonly signal: AbortSignal;
  /** Is called once it resolved for the step before. Painting does not wait for it, and ends where it throws. */
  readonly onStep: (step: PaintingStep) => Promise<void>;
}

/** What came of a commission. */
export interface Painted {
  /** A PNG of the size that was asked for. */
  readonly picture: Uint8Array;
  /** The last one that was taken: fewer than were asked for where nothing more was to be gained. */
  readonly step: number;
}

/** Port: photos in, portraits out, as PNG. Slow and foreign, so that a test may put another in its place. */
export abstract class Stylizer {
  abstract readonly presets: readonly StylePreset[];
  /** By which the installed weights can paint, any style; presets do without. Empty where there are none. */
  abstract readonly recipes: readonly PortraitRecipe[];
  /**
   * Takes the cores for minutes. Whoever asks for two portraits at once has them share the cores.
   *
   * @throws the signal's reason once it is aborted
   */
  abstract paint(commission: Commission, watch: Watch): Promise<Painted>;
  /** Paints in one pass. */
  abstract applyPreset(key: string, sitting: Sitting, look: PresetLook): Promise<Uint8Array>;
  abstract close(): Promise<void>;
}
