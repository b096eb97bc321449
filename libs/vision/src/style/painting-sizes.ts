import { StyleError } from './style-error.js';

/** Sides of a picture in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Sides in pixels under this leave the deeper layers nothing to see; of the photo and of styles as they are painted. */
export const LEAST_SIDE = 16;

/** Coarse sizes begin where the longer side is at least this. */
const COARSEST = 192;

/**
 * A picture's sides with the longer one as long as asked.
 *
 * @throws {StyleError} STYLE_SIZE when the other would be too short
 */
export function scaledTo(longer: number, { width, height }: Size): Size {
  const scale = longer / Math.max(width, height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (Math.min(size.width, size.height) >= LEAST_SIDE) return size;
  throw new StyleError(
    'STYLE_SIZE',
    `At ${longer} pixels the picture would be ${size.width} x ${size.height}: crop it, or ask for a larger size.`,
  );
}

/** One size on the way, and how many evaluations it gets. */
export interface Stage {
  /** Longer side in pixels. */
  readonly longer: number;
  readonly evaluations: number;
}

/**
 * The sizes that a picture is painted at, coarse to fine: Gatys et al., "Controlling perceptual factors in neural style
 * transfer" (arXiv:1611.07865), section 6. Each has twice the sides of the one before and half as many evaluations,
 * because what is large is settled first, at a quarter of the cost.
 */
export function paintingStages(longer: number, evaluations: number, coarseToFine: boolean): Stage[] {
  const sizes = [longer];
  while (coarseToFine && sizes.length < evaluations && sizes[0]! / 2 >= COARSEST)
    sizes.unshift(Math.round(sizes[0]! / 2));
  const whole = sizes.reduce((sum, _, i) => sum + 2 ** -i, 0);
  const counts = sizes.map((_, i) => Math.max(1, Math.floor((evaluations * 2 ** -i) / whole)));
  const rest = evaluations - counts.slice(0, -1).reduce((sum, count) => sum + count, 0);
  return sizes.map((size, i) => ({
    longer: size,
    evaluations: i === sizes.length - 1 ? rest : counts[i]!,
  }));
}
