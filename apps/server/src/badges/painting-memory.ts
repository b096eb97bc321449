import type { BadgeCreate } from '@rollcall/contracts';
import { RECIPES, SPARING_FROM } from '@rollcall/vision';

/** What painting takes beside the server, measured (see docs/operations.md): a part of its own, and bytes for each pixel. */
const BASE_MB = 500;
const BYTES_A_PIXEL = { fast: 2_400, sparing: 1_600 } as const;
/** Of L-BFGS: what is remembered of one step, two vectors of three planes in single precision. */
const BYTES_A_STEP = 2 * 3 * 4;
/** Steps that it remembers where another optimizer than the recipe's is asked for. */
const CHOSEN_HISTORY = 20;

/** Megabytes that a painting takes at its most. */
export function paintingMemoryMb({
  size,
  recipe,
  optimizer,
  steps,
}: Pick<BadgeCreate, 'size' | 'recipe' | 'optimizer' | 'steps'>): number {
  const own = RECIPES[recipe].optimizer;
  const kind = optimizer ?? own.kind;
  const longest = kind === 'adam' ? 0 : own.kind === 'lbfgs' ? own.history : CHOSEN_HISTORY;
  const pixel = BYTES_A_PIXEL[size > SPARING_FROM ? 'sparing' : 'fast'];
  const bytes = size ** 2 * (pixel + BYTES_A_STEP * Math.min(longest, steps));
  return Math.ceil(BASE_MB + bytes / 1e6);
}
