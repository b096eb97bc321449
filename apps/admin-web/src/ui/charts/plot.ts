/** Where a value lies on the paper. */
export type Scale = (value: number) => number;
export interface Range {
  from: number;
  to: number;
}

export const linear =
  (values: Range, paper: Range): Scale =>
  (value) =>
    paper.from + ((value - values.from) / (values.to - values.from)) * (paper.to - paper.from);

/** For shares that matter over several powers of ten; what lies under the least one is drawn on the floor. */
export const logarithmic = (values: Range, paper: Range): Scale => {
  const scale = linear({ from: Math.log10(values.from), to: Math.log10(values.to) }, paper);
  return (value) => scale(Math.log10(Math.max(values.from, Math.min(values.to, value))));
};

const DECIMALS = 6;

/** Round values from `from` to `to`, a `step` apart. */
export const ticks = ({ from, to }: Range, step: number): number[] => {
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) =>
    Number(((first + index) * step).toFixed(DECIMALS)),
  );
};

/** A round step (1, 2 or 5 times a power of ten) that goes into `whole` about `count` times. */
export function roundStep(whole: number, count: number): number {
  const rough = whole / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  return ([1, 2, 5].find((factor) => factor * power >= rough - 1e-12) ?? 10) * power;
}

/** A range that holds all values and ends on full steps. */
export const covering = (values: number[], step: number): Range => ({
  from: Number((Math.floor(Math.min(...values) / step + 1e-9) * step).toFixed(DECIMALS)),
  to: Number((Math.ceil(Math.max(...values) / step - 1e-9) * step).toFixed(DECIMALS)),
});

/** Over so many powers of ten each of them alone is a tick. */
const MANY_DECADES = 2;

/** A logarithmic range around all values, and its ticks: 1, 2 and 5 times powers of ten, or the powers alone. */
export function decades(least: number, most: number): { range: Range; ticks: number[] } {
  const wide = Math.log10(most / least) > MANY_DECADES;
  const all: number[] = [];
  for (let power = Math.floor(Math.log10(least)); power <= Math.ceil(Math.log10(most)); power += 1) {
    all.push(...(wide ? [1] : [1, 2, 5]).map((factor) => Number(`${factor}e${power}`)));
  }
  const from = all.findLast((tick) => tick <= least) ?? least;
  const to = all.find((tick) => tick >= most && tick > from) ?? most;
  return { range: { from, to }, ticks: all.filter((tick) => tick >= from && tick <= to) };
}
