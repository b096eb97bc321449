import type { Measured } from './asking.js';
import type { Churned } from './churn.js';
import type { GalleryBenchResult } from './gallery-bench.js';
import type { Searches, SizeResult } from './size-bench.js';

const ms = ({ p50, p95 }: { p50: number; p95: number }) => `${p50.toFixed(1)} / ${p95.toFixed(1)} ms`;
const mb = (bytes: number) => `${(bytes / 1e6).toFixed(0)} MB`;

/** p50 / p95 of every search, and what it cost to get there. */
export function describeGallery({ sizes, perPerson, dimension }: GalleryBenchResult): string {
  return sizes
    .flatMap((size) => [
      `${size.templates} templates of ${dimension} entries (${size.people} people, ${perPerson} each); p50 / p95`,
      ...describeSize(size),
    ])
    .join('\n');
}

function describeSize({ load, diskBytes, memory, exact, index, ratio }: SizeResult): string[] {
  const { filled } = memory;
  return [
    `  load       ${load.seconds.toFixed(1)} s; table ${mb(diskBytes.table)}, its indexes ${mb(diskBytes.itsIndexes)}`,
    `  memory     filled after ${filled.seconds.toFixed(1)} s, sketch ${mb(filled.sketchBytes)}, process ${mb(filled.residentBytes)}`,
    ...describeSearches(memory.searches),
    ...describeChurn(memory.churn),
    '  exact, one worker',
    ...describeSearches(exact.oneWorker),
    `  exact, up to ${exact.workers} workers beside it`,
    ...describeSearches(exact.parallel),
    ...(index
      ? [
          `  index      built in ${index.buildSeconds.toFixed(1)} s, ${mb(index.bytes)}`,
          ...describeSearches(index.searches),
          ...describeChurn(index.churn),
        ]
      : []),
    `  exact / memory: ${ratio.oneWorker.toFixed(0)} with one worker, ${ratio.parallel.toFixed(0)} in parallel`,
  ];
}

function describeSearches(searches: Searches): string[] {
  return Object.entries(searches).flatMap(([kind, measured]) =>
    (measured as Measured[]).map((each) => {
      const found = kind === 'stranger' ? '' : `, right ${each.right} of ${each.searches}`;
      const by = Object.entries(each.by).map(([way, count]) => `${count} by ${way}`);
      return `    ${kind.padEnd(9)} ${String(each.clients).padStart(2)} clients  ${ms(each)}${found} (${by.join(', ')})`;
    }),
  );
}

const describeChurn = ({ insert, remove, searches }: Churned): string[] => [
  `    insert ${ms(insert)}, remove ${ms(remove)}; searches meanwhile ${ms(searches.meanwhile)}, before ${ms(searches.before)}`,
];
