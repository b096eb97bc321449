import { localMoment } from '../days/local-clock.js';
import type { Column } from '../report.js';
import type { ColumnKey } from '../words/report-words.js';
import type { SheetPlan, Surroundings } from './sheet-plan.js';

const COLUMNS: readonly (readonly [ColumnKey, Column['kind']])[] = [
  ['employeeNo', 'text'],
  ['name', 'text'],
  ['department', 'text'],
  ['date', 'date'],
  ['localTime', 'moment'],
  ['direction', 'text'],
  ['site', 'text'],
  ['kiosk', 'text'],
  ['source', 'text'],
  ['ignored', 'text'],
];

/** Every punch, with the day that it belongs to and, where it does not count, why. */
export function punches({ words }: Surroundings): SheetPlan {
  return {
    withPunches: true,
    columns: COLUMNS.map(([key, kind]) => ({ key, kind, title: words.columns[key] })),
    rowsOf: ({ member: { employeeNo, name, department }, days }) =>
      days.flatMap(({ date, timeZone, punches: own }) =>
        own.map(({ at, direction, ignored, kiosk }) => [
          employeeNo,
          name,
          department,
          date,
          localMoment(at, timeZone),
          words.directions[direction],
          kiosk?.site ?? null,
          kiosk?.name ?? null,
          kiosk ? words.sources.kiosk : words.sources.correction,
          ignored && words.ignored[ignored],
        ]),
      ),
  };
}
