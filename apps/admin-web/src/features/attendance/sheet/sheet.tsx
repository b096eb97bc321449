import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { datesBetween, today, weekdayOf, type DateRange } from '../../../ui/calendar.js';
import { clockMinutes } from '../../../ui/durations.js';
import { moveInGrid } from '../../../ui/grid-keys.js';
import { useLocale } from '../../../ui/locale.js';
import { formatLocal } from '../../../ui/moments.js';
import type { SheetRow } from '../attendance.queries.js';
import type { ChosenDay } from '../day/day-drawer.js';
import { DayCell } from './day-cell.js';
import classes from './sheet.module.css';

interface SheetProps {
  rows: SheetRow[];
  range: DateRange;
  onChoose: (day: ChosenDay) => void;
}

/** People by days. Arrow keys go from day to day, Enter opens one. */
export function Sheet({ rows, range, onChoose }: SheetProps) {
  const { t } = useTranslation('attendance');
  const dates = datesBetween(range.from, range.to);
  const first = firstPlace(rows, dates);
  return (
    <div className={classes.scroll}>
      <table
        className={`${classes.table} ${widthOf(dates)}`}
        aria-label={t('sheet.label')}
        onKeyDown={moveInGrid}
      >
        <thead>
          <tr>
            <th scope="col" className={classes.name}>
              {t('sheet.person')}
            </th>
            {dates.map((date) => (
              <DateHead key={date} date={date} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ person, days }, row) => (
            <tr key={person.id}>
              <th scope="row" className={classes.name}>
                <Anchor
                  component={Link}
                  to={`/people/${person.id}/attendance?at=${range.from}`}
                  c="inherit"
                  fw={600}
                  fz="sm"
                >
                  {person.name}
                </Anchor>
                <Text fz="xs" c="dimmed">
                  <span className={classes.fact}>{person.employeeNo} ·</span>{' '}
                  <span className={classes.fact}>
                    {t('sheet.sum', { worked: clockMinutes(workedIn(days)) })}
                  </span>
                </Text>
              </th>
              {dates.map((date, column) => {
                const day = days.get(date);
                return (
                  <td key={date} className={weekdayOf(date) > 5 ? classes.off : undefined}>
                    {day && (
                      <DayCell
                        name={person.name}
                        day={day}
                        place={[row, column]}
                        focusable={first?.row === row && first.column === column}
                        onChoose={() => onChoose({ person, date })}
                      />
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const workedIn = (days: SheetRow['days']) =>
  [...days.values()].reduce((sum, { workedMinutes }) => sum + workedMinutes, 0);

/** A month has room for all its days on a usual screen; a week has more of it for each. */
export const widthOf = (dates: string[]) => (dates.length > 7 ? classes.month : classes.week);

/** The one cell that the tab key reaches; from there on arrows lead. */
function firstPlace(rows: SheetRow[], dates: string[]) {
  for (const [row, { days }] of rows.entries()) {
    const column = dates.findIndex((date) => days.has(date));
    if (column !== -1) return { row, column };
  }
  return null;
}

export function DateHead({ date }: { date: string }) {
  const locale = useLocale();
  const at = `${date}T00:00:00`;
  return (
    <th
      scope="col"
      data-today={date === today() || undefined}
      title={formatLocal(at, locale, { dateStyle: 'full' })}
    >
      <div>{formatLocal(at, locale, { weekday: 'narrow' })}</div>
      <div>{Number(date.slice(8))}</div>
    </th>
  );
}
