import { describeUnreadable } from './read-pictures.js';
import type { TemplatesReport } from './templates-report.js';
import type { SuggestedThreshold, ThresholdReport } from './threshold-report.js';

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
const cosine = (value: number) => value.toFixed(3);
const row = (...cells: (string | number)[]) => cells.map((cell) => String(cell).padStart(11)).join(' ');

/** The report as lines for a terminal. */
export function describeThresholds(report: ThresholdReport & { readonly picture: string }): string {
  const { pack, people, pictures, picturesWithoutFace, comparisons } = report;
  return [
    `${pack}: ${pictures} pictures of ${people} people, ${picturesWithoutFace} more without a face; ` +
      `${comparisons.impostor} comparisons of two people, ${comparisons.genuine} of one`,
    '',
    row('FMR', 'threshold', 'TAR', 'beyond', 'of people'),
    ...report.tail.map(({ fmr, threshold, tar, exceedances, peoplePairs }) =>
      row(fmr, cosine(threshold), percent(tar), exceedances, `${peoplePairs} pairs`),
    ),
    '',
    ...describeOpenSet(report),
    '',
    ...describeSuggestions(report),
    '',
    ...describeTemplates(report.severalTemplates),
    `written  ${report.picture}`,
    ...describeUnreadable(report.unreadable),
  ].join('\n');
}

function describeOpenSet({ openSet, asked }: ThresholdReport): string[] {
  const { splits, enrolled, strangers, fromTail, fromStrangers } = openSet;
  const line = (name: string, threshold: number, { fnir, fpir }: { fnir: number; fpir: number }) =>
    `  ${name.padEnd(44)} ${cosine(threshold)}  FNIR ${percent(fnir)}, FPIR ${percent(fpir)}`;
  return [
    `open set, ${splits} random splits: ${enrolled} enrolled by one picture each, ${strangers} strangers`,
    line(`by the tail for FPIR ${asked.fpir}`, fromTail.threshold, fromTail.plain),
    line(`  and margin ${asked.margin}`, fromTail.threshold, fromTail.withMargin),
    line(`by the strangers for FPIR ${asked.fpir}`, fromStrangers.plain.threshold, fromStrangers.plain),
    line(`  with margin ${asked.margin}`, fromStrangers.withMargin.threshold, fromStrangers.withMargin),
  ];
}

function describeSuggestions({ suggestions, asked }: ThresholdReport): string[] {
  const cells = ({ threshold, extrapolated, fnir }: SuggestedThreshold) =>
    [`${cosine(threshold)}${extrapolated ? '*' : ' '}`, percent(fnir)] as const;
  return [
    `threshold for FPIR ${asked.fpir} by the gallery's size: from these pictures, and from the tail of the pack`,
    row('templates', 'FMR', 'threshold ', 'FNIR', 'pack ', 'FNIR'),
    ...suggestions.map(({ gallery, fmr, measured, pack }) =>
      row(gallery, fmr.toExponential(2), ...cells(measured), ...cells(pack)),
    ),
    '* extrapolated beyond the last point of the tail. FNIR is that of the open set above at this threshold, no margin.',
  ];
}

function describeTemplates({ effects, searches, exponent }: TemplatesReport): string[] {
  const cells = (values: readonly (string | number)[]) => values.map((value) => String(value).padStart(7));
  return [
    'k templates of a person let as many strangers in as k^a people; FNIR with 1 to 5 of them',
    row('threshold', 'a', '90 %', 'FNIR'),
    ...effects.map(({ threshold, exponent: a, spread, byTemplates }) =>
      row(
        cosine(threshold),
        a.toFixed(2),
        spread.map((end) => end.toFixed(2)).join('-'),
        ...cells(byTemplates.map(({ fnir }) => percent(fnir))),
      ),
    ),
    '',
    `open set with several templates a person, threshold by the tail for people x templates^${exponent}`,
    row('templates', 'threshold', 'FNIR', 'FPIR', 'FNIR', 'FPIR with margin'),
    ...searches.map(({ templatesOnAverage, threshold, plain, withMargin }) =>
      row(
        templatesOnAverage.toFixed(2),
        cosine(threshold),
        ...[plain.fnir, plain.fpir, withMargin.fnir, withMargin.fpir].map(percent),
      ),
    ),
  ];
}
