import type { AttendanceBenchResult, MeasuredReport } from './attendance-bench.js';

export function describeAttendance({
  people,
  punches,
  rebuild,
  latePunch,
  reports,
}: AttendanceBenchResult): string {
  return [
    `${people} people, ${punches} punches of a month`,
    `  every day made again   ${rebuild.seconds.toFixed(1)} s, process ${rebuild.peakMb.toFixed(0)} MB at most`,
    `  one late punch         ${latePunch.p50Ms!.toFixed(1)} / ${latePunch.p95Ms!.toFixed(1)} ms (p50 / p95)`,
    ...reports.map(describeReport),
  ].join('\n');
}

const describeReport = ({ kind, format, seconds, bytes, peakMb, ratio }: MeasuredReport) =>
  `  ${`${kind}.${format}`.padEnd(22)} ${seconds.toFixed(1)} s, ${(bytes! / 1e6).toFixed(1)} MB, process ` +
  `${peakMb.toFixed(0)} MB at most, ${ratio.toFixed(1)} times a cursor's`;
