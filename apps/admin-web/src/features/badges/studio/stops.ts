/** Where the sliders rest; the words for them are in the languages, by the same index. */
export const EFFORTS = [60, 150, 300, 600, 1200] as const;
export const SIZES = [256, 384, 512, 768, 1024] as const;
/** Of a loss of some ten thousands, mean squared steps between pixels make thousandths: under a million nothing is seen, from ten million on faces blur. */
export const SMOOTHINGS = [0, 1e6, 2e6, 4e6, 8e6] as const;
export const BRUSHES = [0.25, 0.5, 1, 1.5, 2] as const;
export const STRENGTHS = [0.1, 0.25, 0.5, 0.75, 1] as const;
/** Of a preset it is the share of the painted picture. */
export const PRESET_STRENGTHS = [0.2, 0.4, 0.6, 0.8, 1] as const;
/** What the server takes where nobody says. */
export const usualStrength = (instant: boolean) => (instant ? 1 : 0.5);

/** The stop that a value is nearest to, by ratio where the stops grow by factors. */
export function nearest(
  stops: readonly number[],
  value: number,
  by: 'distance' | 'ratio' = 'distance',
): number {
  const of = (number: number) => (by === 'ratio' ? Math.log(number + 1) : number);
  const away = stops.map((stop) => Math.abs(of(stop) - of(value)));
  return away.indexOf(Math.min(...away));
}
