import type { DecisionsResult } from './decisions-bench.js';

/** How many decisions are those of the exact comparison. */
export function describeDecisions(result: DecisionsResult): string {
  const { probes, templates, people, threshold, margin, agree, kinds, furthestCosine, by } = result;
  const ways = Object.entries(by).map(([way, count]) => `${count} by ${way}`);
  return [
    `${probes} probes against ${templates} templates of ${people} people, threshold ${threshold}, margin ${margin}`,
    `  ${agree} decisions are those of the exact comparison (${((100 * agree) / probes).toFixed(3)} %; ${ways.join(', ')})`,
    ...Object.entries(kinds).map(([kind, each]) => {
      const recall = each.recall === null ? '' : `, recall ${each.recall.toFixed(4)}`;
      const decisions = Object.entries(each.decisions).map(([what, count]) => `${count} ${what}`);
      return `  ${kind.padEnd(9)} ${each.agree} of ${each.probes} agree${recall} (${decisions.join(', ')})`;
    }),
    `  cosines differ by at most ${furthestCosine.toExponential(1)}`,
    `  ${result.seconds.server.toFixed(0)} s for the server, ${result.seconds.oracle.toFixed(0)} s for numpy`,
  ].join('\n');
}
