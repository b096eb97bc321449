import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AXIS, draw } from '@rollcall/tools';
import type { Race } from './race.js';

/** Losses after so many evaluations. */
export interface CurvePoint {
  readonly evaluation: number;
  readonly own: number;
  readonly torch: number;
}

/** Two optimisations of one picture. */
export interface CurveComparison {
  readonly points: readonly CurvePoint[];
  /** The lowest losses, as a painting keeps its best picture, and how much higher ours is in shares of PyTorch's. */
  readonly final: { readonly own: number; readonly torch: number; readonly difference: number };
  /** Evaluations whose loss was no number any more: a step without a line search may overshoot that far. */
  readonly overshot: { readonly own: number; readonly torch: number };
  /** File name of their picture. */
  readonly picture: string;
}

const STEP = 50;
const OURS = '#2f9e6e';
const THEIRS = '#c2410c';

/** @param out folder that the picture is written to */
export function compareCurves({ own, torch }: Race, size: string, out: string): CurveComparison {
  const theirs = torch?.losses ?? [];
  const picture = `style-curves-${size}.svg`;
  writeFileSync(join(out, picture), drawCurves(size, own.losses, theirs));
  const [lowest, torchLowest] = [least(own.losses), least(theirs)];
  return {
    points: pointsOf(own.losses, theirs),
    final: { own: lowest, torch: torchLowest, difference: lowest / torchLowest - 1 },
    overshot: { own: overshot(own.losses), torch: overshot(theirs) },
    picture,
  };
}

const overshot = (losses: readonly number[]) => losses.filter((loss) => !Number.isFinite(loss)).length;

/** At the first evaluation, every 50 and the last that both made. */
function pointsOf(own: readonly number[], torch: readonly number[]): CurvePoint[] {
  const made = Math.min(own.length, torch.length);
  const shown = Array.from({ length: made }, (_, i) => i + 1).filter(
    (evaluation) => evaluation === 1 || evaluation % STEP === 0 || evaluation === made,
  );
  return shown.map((evaluation) => ({
    evaluation,
    own: own[evaluation - 1]!,
    torch: torch[evaluation - 1]!,
  }));
}

const least = (losses: readonly number[]) => Math.min(...losses.filter((loss) => Number.isFinite(loss)));

function drawCurves(size: string, own: readonly number[], torch: readonly number[]): string {
  const series = [
    { name: 'PyTorch', color: THEIRS, losses: torch, type: 'solid', width: 4 },
    { name: 'Rollcall', color: OURS, losses: own, type: 'dashed', width: 2 },
  ].map(({ name, color, losses, type, width }) => ({
    name,
    type: 'line',
    showSymbol: false,
    data: losses.map((loss, i) => [i + 1, loss]),
    lineStyle: { color, width, type },
    itemStyle: { color },
  }));
  return draw(`Loss of gatys-torch at ${size}`, {
    legend: { top: 30 },
    xAxis: { type: 'value', min: 0, max: own.length, name: 'Evaluations', ...AXIS },
    yAxis: { type: 'log', name: 'Loss', ...AXIS, nameGap: 50 },
    series,
  });
}
