import type { ClusterResult } from './cluster-bench.js';
import type { Hurt } from './hurt.js';
import type { Reconciliation } from './reconcile.js';
import { faultsOf } from './verdict.js';

const counts = (tally: Record<string, number>) =>
  Object.entries(tally)
    .map(([what, count]) => `${count} x ${what}`)
    .join(', ') || 'none';
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;

export function describeCluster(result: ClusterResult): string {
  const { throughput, ratio, together, hurts, ...rest } = result;
  const faults = faultsOf(result);
  const { feedMs, settingsMs, enrolled } = together;
  return [
    `${rest.pack}: two servers, two workers, Postgres, Redis and nginx as processes of one machine`,
    ...throughput.map(
      ({ servers, networks, kiosks, perSecond, latencyMs: { p50, p95 } }) =>
        `  ${servers} server(s), ${networks} network(s) in all, ${kiosks} kiosks: ${perSecond.toFixed(1)} frames a second, ` +
        `p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms`,
    ),
    `  two servers over one: ${ratio.toOneNetwork.toFixed(2)}; over one with two networks: ${ratio.toTwoNetworks.toFixed(2)}`,
    `  live feed of the other server: ${feedMs.check_ins - feedMs.missing} of ${feedMs.check_ins}, ` +
      `within ${feedMs.longest.toFixed(0)} ms; settings hold there within ${settingsMs.longest.toFixed(0)} ms; ` +
      `newly enrolled and recognised there at once: ${enrolled.recognisedAtOnce} of ${enrolled.people}`,
    ...hurts.flatMap(describeHurt),
    ...describeReconciliation(rest.reconciliation),
    `  ${rest.aftermath.processes.map(({ name, residentMiB }) => `${name} ${residentMiB} MiB`).join(', ')}`,
    ...(faults.length > 0 ? ['NOT WHOLE:', ...faults.map((fault) => `  ${fault}`)] : ['All is whole.']),
  ].join('\n');
}

function describeHurt({ blow, answered, faults, feeds, imported, ...times }: Hurt): string[] {
  const missing = feeds.map((feed) => `${feed.missing} missing in ${feed.server}`).join(', ');
  return [
    `${blow}: ${answered} frames answered; tries that failed: ${counts(faults)}`,
    `  away ${seconds(times.awayMs)}, all ready ${seconds(times.readyAfterMs)} later; ` +
      `longest gap ${seconds(times.longestGapMs)}, longest wait ${seconds(times.longestWaitMs)}, ` +
      `p50 ${times.latencyMs.p50.toFixed(0)} ms, p95 ${times.latencyMs.p95.toFixed(0)} ms`,
    `  live feeds: ${missing}`,
    ...imported.map(
      ({ taken, photos, refused, seconds, faces, jobs, completedOnce }) =>
        `  import: ${taken} of ${photos} photos taken in ${seconds.toFixed(0)} s, ${faces} faces, refused ${counts(refused)}; ` +
        `jobs ${jobs.map(({ state, attempts }) => `${state} at attempt ${attempts}`).join(', ')}; ` +
        (completedOnce ? 'once' : 'NOT once'),
    ),
  ];
}

function describeReconciliation({
  acknowledged,
  checkIns,
  lost,
  surplus,
  ...rest
}: Reconciliation): string[] {
  return [
    `in all: ${acknowledged} acknowledged (${rest.replayed} of them a second time), ${checkIns} check-ins, ` +
      `${rest.punches} punches`,
    `  lost: ${counts(lost)}`,
    `  surplus: ${counts(surplus)}; frames left over: ${rest.leftFrames}`,
  ];
}
