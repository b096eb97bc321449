import { Text } from '@mantine/core';
import type { RosterRow, Shift } from '@rollcall/contracts';

import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { weekdayOf } from '../../ui/calendar.js';
import { moveInGrid } from '../../ui/grid-keys.js';
import { DateHead, widthOf } from '../attendance/sheet/sheet.js';
import sheet from '../attendance/sheet/sheet.module.css';
import { HolidayRow } from './holiday-row.js';
import { RosterCell } from './roster-cell.js';
import type { ChosenDays } from './use-chosen-days.js';
import classes from './roster.module.css';

interface RosterTableProps {
  rows: RosterRow[];
  dates: string[];
  shifts: Shift[];
  chosen: ChosenDays;
  editable: boolean;
  onDrop: (what: string, place: { row: number; column: number }) => void;
  onPerson: (row: RosterRow) => void;
}

/** People by days. Arrow keys go from day to day; with Shift held they choose as they go. */
export function RosterTable({ rows, dates, shifts, chosen, editable, onDrop, onPerson }: RosterTableProps) {
  const { t } = useTranslation('roster');
  const keys = (event: KeyboardEvent<HTMLTableElement>) => {
    const next = moveInGrid(event);
    if (!next || !event.shiftKey || !editable) return;
    chosen.extend({ row: Number(next.dataset['row']), column: Number(next.dataset['column']) });
  };
  return (
    <div className={sheet.scroll}>
      <table
        role="grid"
        aria-multiselectable
        aria-label={t('label')}
        className={`${sheet.table} ${widthOf(dates)} ${dates.length > 7 ? classes.month : ''}`}
        onKeyDown={keys}
      >
        <thead>
          <tr>
            <th scope="col" className={sheet.name}>
              {t('person')}
            </th>
            {dates.map((date) => (
              <DateHead key={date} date={date} />
            ))}
          </tr>
          <HolidayRow dates={dates} editable={editable} />
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={row.person.id}>
              <th scope="row" className={sheet.name}>
                <button type="button" className={classes.name} onClick={() => onPerson(row)}>
                  {row.person.name}
                </button>
                <Text fz="xs" c="dimmed" fw={400}>
                  {row.person.employeeNo}
                </Text>
              </th>
              {row.days.map((day, column) => {
                const place = { row: i, column };
                return (
                  <td
                    key={day.date}
                    role="presentation"
                    className={weekdayOf(day.date) > 5 ? sheet.off : undefined}
                  >
                    <RosterCell
                      name={row.person.name}
                      day={day}
                      shifts={shifts}
                      place={place}
                      chosen={chosen.has(place)}
                      editable={editable}
                      onChoose={(extend) => (extend ? chosen.extend(place) : chosen.toggle(place))}
                      onDrop={(what) => onDrop(what, place)}
                    />
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
