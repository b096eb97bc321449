import type { ClusterResult } from './cluster-bench.js';

type Counts = Readonly<Record<string, number>>;

/** What was lost, counted twice or left broken, in words; empty where all is whole. */
export function faultsOf({ hurts, together, reconciliation, aftermath }: ClusterResult): string[] {
  const { lost, surplus, shared } = reconciliation;
  const imports = hurts.flatMap(({ blow, imported }) =>
    imported.filter(({ completedOnce }) => !completedOnce).map(() => `${blow}: an import is not whole`),
  );
  const unseen = hurts.flatMap(({ blow, feeds }) =>
    feeds.flatMap(({ server, missing }) =>
      missing ? [`${blow}: ${missing} check-ins missing in the live feed of ${server}`] : [],
    ),
  );
  const galleries = aftermath.galleries.flatMap(({ server, templates, faults }) => [
    ...faults.map((fault) => `${server}: ${fault}`),
    ...(templates === aftermath.templates ? [] : [`${server} has ${templates} templates in memory`]),
  ]);
  return [
    ...named('lost', lost),
    ...named('in the database without anybody having been told', surplus),
    ...named('left over', {
      'check-ins with two frames': shared,
      'faces without a template': aftermath.facesWithoutTemplate,
      'live events of another server missing': together.feedMs.missing,
    }),
    ...(aftermath.auditIntact ? [] : ['the chain of the audit log is broken']),
    ...imports,
    ...unseen,
    ...galleries,
  ];
}

const named = (what: string, counts: Counts) =>
  Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${count} ${name} ${what}`] : []));
