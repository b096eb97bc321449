import type { QualityReport } from './quality-report.js';
import { describeUnreadable } from './read-pictures.js';

/** Shares that the text shows; the picture has all. */
const SHOWN = [0, 0.05, 0.1, 0.2, 0.3];

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const row = (name: string, cells: readonly string[]) =>
  [name.padEnd(12), ...cells.map((cell) => cell.padStart(9))].join(' ');

/** The report as lines for a terminal. */
export function describeQuality(report: QualityReport & { readonly picture: string }): string {
  const { pack, people, pictures, picturesWithoutFace, comparisons, misses, threshold, fmr, curves } = report;
  return [
    `${pack}: ${pictures} pictures of ${people} people, ${picturesWithoutFace} more without a face; ` +
      `${comparisons} comparisons of one person, ${misses} under the threshold ${threshold.toFixed(3)} (FMR ${percent(fmr)})`,
    '',
    'FNMR when the worst comparisons are left out; a comparison is as good as the worse of its two pictures',
    row(
      'worst by',
      SHOWN.map((share) => `${share * 100} %`),
    ),
    ...curves.map(({ measure, points }) =>
      row(
        measure,
        SHOWN.map((share) => percent(points.find(({ discarded }) => discarded === share)!.fnmr)),
      ),
    ),
    '',
    `written  ${report.picture}`,
    ...describeUnreadable(report.unreadable),
  ].join('\n');
}
