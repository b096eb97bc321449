import type { AgreementReport, ModelList } from '@rollcall/contracts';

/** How many people a list of the report shows on the terminal; --json has more. */
const SHOWN = 10;

export function describeModels({ items, previous }: ModelList): string {
  const rows = items.map(({ pack, title, state, templates, facesWithout, licence, commercialUse, fault }) => {
    const use = commercialUse ? 'commercial use allowed' : 'not for commercial use';
    const about =
      fault ?? `${title}; ${templates} templates, ${facesWithout} faces without; ${licence} (${use})`;
    return `${state.padEnd(10)} ${pack.padEnd(16)} ${about}`;
  });
  return [...rows, ...(previous ? [`A rollback returns to ${previous}.`] : [])].join('\n');
}

export function describeAgreement(report: AgreementReport): string {
  return [
    `${report.from} -> ${report.to}`,
    `  ${report.faces} faces have a template of the new model; ${report.reembedded} were made now, ${report.failed.length} could not be.`,
    `  ${describeProbes(report)}`,
    `  thresholds ${report.fromThreshold.toFixed(3)} -> ${report.toThreshold.toFixed(3)}`,
    ...section(
      'Photos that the new pack cannot use',
      report.failed,
      ({ name, reason }) => `${name}: ${reason}`,
    ),
    ...section('People who would not be recognised at all', report.unreachable, ({ name }) => name),
    ...section(
      'Decisions that change',
      report.changed,
      ({ name, before, after }) => `${name}: ${before} -> ${after}`,
    ),
    ...section(
      'Under the new threshold',
      report.underThreshold,
      ({ name, similarity }) => `${name}: ${similarity.toFixed(3)}`,
    ),
    ...section(
      'Pairs that the new model takes for one person',
      report.newlyAlike,
      ({ a, b, similarity }) => `${a.name} and ${b.name}: ${similarity.toFixed(3)}`,
    ),
  ].join('\n');
}

function describeProbes({ probes, agreeing }: AgreementReport): string {
  if (probes === 0)
    return 'There was nothing to compare decisions by: only people with two or more photos that both packs can use are asked for.';
  const same = ((100 * agreeing) / probes).toFixed(1);
  return `${probes} photos of people with several were asked under both: ${same} % get the same decision.`;
}

function section<T>(title: string, items: readonly T[], line: (item: T) => string): string[] {
  if (items.length === 0) return [];
  const rest = items.length > SHOWN ? [`    and ${items.length - SHOWN} more`] : [];
  return [`  ${title}:`, ...items.slice(0, SHOWN).map((item) => `    ${line(item)}`), ...rest];
}
