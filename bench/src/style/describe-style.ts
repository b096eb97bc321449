import type { CurveComparison } from './curves.js';
import type { Flips, LayerDecisions } from './decisions.js';
import type { GradientCheck } from './gradient-check.js';
import type { SizeResult, StyleBenchResult } from './style-bench.js';

/** The aims that the results are told against. */
const AIMS = { ratio: 0.9, gradient: 1e-5, final: 0.02 };

export function describeStyle({ recipe, weights, threads, torch, sizes }: StyleBenchResult): string {
  const against = torch === null ? '' : `, against PyTorch ${torch}`;
  return [`${recipe} on ${weights.title}, ${threads} threads${against}`, ...sizes.flatMap(describeSize)].join(
    '\n',
  );
}

function describeSize(result: SizeResult): string[] {
  const { size, evaluations, secondsPerEvaluation, torchSecondsPerEvaluation, ratio, curves } = result;
  const lines = [`${size}: ${secondsPerEvaluation.toFixed(3)} s an evaluation (median of ${evaluations})`];
  if (torchSecondsPerEvaluation !== null && ratio !== null)
    lines.push(
      `  PyTorch ${torchSecondsPerEvaluation.toFixed(3)} s: ratio ${ratio.toFixed(3)}, ${verdict(ratio, AIMS.ratio)}`,
    );
  if (result.gradient) lines.push(...describeGradient(result.gradient));
  if (curves) {
    lines.push(
      '  evaluation   Rollcall      PyTorch',
      ...curves.points.map(
        ({ evaluation, own, torch }) =>
          `  ${String(evaluation).padStart(10)}   ${own.toPrecision(7).padEnd(12)}  ${torch.toPrecision(7)}`,
      ),
      describeFinal(curves),
    );
  }
  return lines;
}

function describeFinal({ final, overshot, picture }: CurveComparison): string {
  const { own, torch, difference } = final;
  const lowest = `  lowest: ${own.toPrecision(7)} and ${torch.toPrecision(7)}, ${(100 * difference).toFixed(2)} % apart`;
  if (overshot.own + overshot.torch === 0)
    return `${lowest}, ${verdict(difference, AIMS.final)} (${picture})`;
  return (
    `${lowest}, but NOT comparable: ${overshot.own} losses of Rollcall and ${overshot.torch} of PyTorch left the range of ` +
    `numbers. Take other pictures, --photo and --painting (${picture})`
  );
}

function describeGradient(check: GradientCheck): string[] {
  const { ownAgainstTorch, ownAgainstExact, torchAgainstExact, sameDecisions, layers } = check;
  const [own, torch] = [ownAgainstExact.relative, torchAgainstExact.relative];
  return [
    `  gradient at the start, relative difference to PyTorch: ${ownAgainstTorch.relative.toExponential(1)}, ` +
      verdict(ownAgainstTorch.relative, AIMS.gradient),
    `  to double precision: Rollcall ${own.toExponential(1)}, PyTorch ${torch.toExponential(1)}: ` +
      `Rollcall is ${own <= torch ? 'no further' : 'FURTHER'} from it`,
    `  Rollcall to double precision that breaks ties alike: ${sameDecisions.relative.toExponential(1)}, ` +
      verdict(sameDecisions.relative, AIMS.gradient),
    ...layers.flatMap(({ layer, own, torch }) => [
      ...describeFlips(`${layer}, Rollcall`, own),
      ...describeFlips(`${layer}, PyTorch`, torch),
    ]),
  ];
}

function describeFlips(where: string, { relu, pool, rounding }: LayerDecisions): string[] {
  const told = (what: string, { count, clearest }: Flips) => {
    if (!clearest) return [];
    const { margin, exact, single } = clearest;
    return [
      `  ${where}: ${count} ${what} other than in double precision, ${margin.toExponential(1)} from a tie at most ` +
        `(rounding there: up to ${rounding.toExponential(1)}); ${numbers(exact)} is ${numbers(single)}`,
    ];
  };
  return [...told('ReLUs', relu), ...(pool ? told('poolings', pool) : [])];
}

const numbers = (values: readonly number[]) => `[${values.map((value) => value.toPrecision(9)).join(', ')}]`;
const verdict = (found: number, aim: number) => `${found <= aim ? 'within' : 'NOT within'} the aim of ${aim}`;
