import type { Agreement } from './agreement.js';
import type { CheckInResult } from './check-in.js';
import type { IdentifyResult } from './identify.js';
import type { ImportBenchResult } from './import.js';

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const ms = ({ p50, p95 }: { p50: number; p95: number }) =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`;
const counts = (tally: Record<string, number>) =>
  Object.entries(tally)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
const stageLines = (stages: Record<string, { p50: number; p95: number }>) =>
  Object.entries(stages).map(([stage, spent]) => `  ${stage.padEnd(10)} ${ms(spent)}`);

export function describeCheckIn(result: CheckInResult): string {
  return [
    `${result.pack}: ${result.requests} check-ins of a 1280x720 frame over HTTP (${counts(result.decisions)})`,
    `  whole      ${ms(result.http)}`,
    `  networks   ${ms(result.networks)}`,
    `  ratio      ${result.ratio.p50.toFixed(3)} at the median, ${result.ratio.p95.toFixed(3)} at p95`,
    'stages as the server measures them:',
    ...stageLines(result.stages),
  ].join('\n');
}

export function describeIdentify(result: IdentifyResult): string {
  return [
    `${result.pack}: ${result.enrolled} people enrolled by one frontal photo each, ${result.strangers} strangers, ` +
      `threshold ${result.threshold}`,
    `photos that enrolment refused first: ${counts(result.enrolmentRefusals) || 'none'}`,
    ...result.groups.flatMap(({ kind, fnir, fpir, probes, strangerProbes, decisions, strangerDecisions }) => [
      `${kind}: FNIR ${percent(fnir)}, FPIR ${percent(fpir)}`,
      `  ${probes} of enrolled people: ${counts(decisions)}`,
      `  ${strangerProbes} of strangers: ${counts(strangerDecisions)}`,
    ]),
    'stages:',
    ...stageLines(result.stages),
  ].join('\n');
}

export function describeImport(result: ImportBenchResult): string {
  const { photos, wallSeconds, networkSeconds, poolSeconds, ratio, workers } = result;
  return [
    `${result.pack}: ${photos} photos of ${result.people} people into ${result.database}`,
    `  taken ${result.counts.photosTaken}, refused: ${counts(result.refusals) || 'none'}`,
    `  whole      ${wallSeconds.toFixed(1)} s, ${(photos / wallSeconds).toFixed(1)} photos a second`,
    `  networks   ${networkSeconds.toFixed(1)} s (sum of the runs over ${workers} workers): ratio ${ratio.toNetworks.toFixed(3)}`,
    `  pool       ${poolSeconds.toFixed(1)} s (the same, with decoding and aligning): ratio ${ratio.toPool.toFixed(3)}`,
  ].join('\n');
}

export const describeAgreement = ({ faces, unmatched, median, least, under0999 }: Agreement): string =>
  [
    `${faces} faces found by both, ${unmatched} by Rollcall alone`,
    `cosine: median ${median.toFixed(6)}, least ${least.toFixed(4)}, ${under0999} under 0.999`,
  ].join('\n');
