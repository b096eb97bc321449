/** ISO/IEC 7810 ID-1, in millimetres. */
export const CARD = { long: 85.6, short: 53.98 } as const;
/** How far colour goes beyond the cut, for a knife that does not hit it. */
export const BLEED = 3;
/** Of a PNG. */
export const DPI = 300;

export const MM_PER_INCH = 25.4;
export const POINTS_PER_MM = 72 / MM_PER_INCH;

/** A width and a height, in millimetres. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const cardSize = (layout: 'landscape' | 'portrait'): Size =>
  layout === 'landscape'
    ? { width: CARD.long, height: CARD.short }
    : { width: CARD.short, height: CARD.long };

export const PAPERS: Record<'a4' | 'letter', Size> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};
