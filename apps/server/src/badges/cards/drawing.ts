import type { SetLine } from '../../platform/typeface/typeface.js';

/** Where something is, in millimetres from the upper left corner of the card. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a side of a card consists of, from below to above. Whoever prints it knows millimetres and nothing of badges. */
export type Shape =
  | (Place & { readonly kind: 'area'; readonly fill: string; readonly radius?: number })
  /** `x` and `y` are where the first letter stands on the base line. */
  | {
      readonly kind: 'line';
      readonly x: number;
      readonly y: number;
      readonly fill: string;
      readonly text: SetLine;
    }
  /** Fills its place; what does not fit in is cut off evenly (`cover`) or left empty (`contain`). */
  | (Place & {
      readonly kind: 'picture';
      readonly image: Uint8Array;
      readonly fit: 'cover' | 'contain';
      readonly radius?: number;
    })
  /** An SVG path in units of `unit` millimetres. */
  | {
      readonly kind: 'path';
      readonly x: number;
      readonly y: number;
      readonly unit: number;
      readonly path: string;
      readonly fill: string;
    };

/** One side of a card. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
}
