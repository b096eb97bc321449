import type { Spread } from './one-client.js';
import type { VisionBenchResult } from './vision-bench.js';

const ms = ({ p50, p95 }: Spread) => `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;

export function describeVision({ pack, oneClient, manyClients, insightface }: VisionBenchResult): string {
  return [
    `${pack}, frames of 1280x720 with one face, p50 / p95`,
    'one after another:',
    ...oneClient.map(
      ({ look, threads, whole, networks, ratio, stages }) =>
        `  ${look}, ${threads} threads: whole ${ms(whole)}, networks ${ms(networks)}, ratio ${ratio.toFixed(3)}` +
        ` (${Object.entries(stages)
          .filter(([stage]) => stage !== 'total' && stage !== 'inference')
          .map(([stage, spent]) => `${stage} ${spent.p50.toFixed(1)}`)
          .join(', ')})`,
    ),
    'through the pool:',
    ...manyClients.map(
      ({ look, clients, workers, threads, perSecond, answer, ratio, loopDelayMs }) =>
        `  ${look}, ${clients} clients, ${workers} x ${threads}: ${perSecond.toFixed(1)} a second, ${ms(answer)}, ` +
        `ratio ${ratio.toFixed(3)}, event loop held up ${loopDelayMs.toFixed(1)} ms at most`,
    ),
    ...(insightface ? describeAgainst(insightface) : []),
  ].join('\n');
}

function describeAgainst({ inTurn, perSecond }: NonNullable<VisionBenchResult['insightface']>): string[] {
  const { theirs, kiosk, enrolment } = perSecond;
  return [
    'in turn with InsightFace, without liveness:',
    ...inTurn.map(
      ({ look, threads, rollcall, insightface, ratio }) =>
        `  ${look}, ${threads} threads: ${ms(rollcall)} against ${ms(insightface)}, ${ratio.toFixed(2)} times as fast`,
    ),
    `  on all cores: ${theirs.toFixed(1)} a second theirs at best; as a kiosk ${kiosk.toFixed(1)} (${(kiosk / theirs).toFixed(2)} times), ` +
      `as an enrolment ${enrolment.toFixed(1)} (${(enrolment / theirs).toFixed(2)} times)`,
  ];
}
