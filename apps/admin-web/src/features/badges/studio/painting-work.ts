/** What somebody asks for. */
export interface Effort {
  /** Of the portrait in pixels. */
  size: number;
  steps: number;
  /** Goes on from what another attempt left, and that at its own size. */
  goesOn?: boolean;
}
interface Stage {
  side: number;
  steps: number;
}

/** From this size on the server paints the large shapes small first, on sides of at least COARSEST. */
const COARSE_FROM = 512;
const COARSEST = 192;

/** The sizes on the way: each has twice the sides of the one before and half as many steps. */
export function stagesOf({ size, steps, goesOn = false }: Effort): Stage[] {
  const sides = [size];
  if (size >= COARSE_FROM && !goesOn)
    for (let side = size / 2; side >= COARSEST && sides.length < steps; side /= 2)
      sides.unshift(Math.round(side));
  const whole = sides.reduce((sum, _, at) => sum + 2 ** -at, 0);
  let left = steps;
  return sides.map((side, at) => {
    const share = Math.max(1, Math.floor((steps * 2 ** -at) / whole));
    const given = at === sides.length - 1 ? left : share;
    left -= given;
    return { side, steps: given };
  });
}

/** The work of the steps from one to another: a step takes as long as it has pixels. */
export function workOf(effort: Effort, from = 0, to = effort.steps): number {
  let before = 0;
  return stagesOf(effort).reduce((work, { side, steps }) => {
    const [begin, end] = [before, before + steps];
    before = end;
    return work + side ** 2 * Math.max(0, Math.min(to, end) - Math.max(from, begin));
  }, 0);
}
