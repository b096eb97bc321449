import type { RosterDay, Shift } from '@rollcall/contracts';
import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { gridCell } from '../../ui/grid-keys.js';
import { useDayWords } from '../attendance/use-day-words.js';
import { dropped, isOurs } from './drag.js';
import { shiftStyle } from './shift-colors.js';
import { SIGNS } from './sign-legend.js';

import type { Place } from './use-chosen-days.js';
import classes from './roster.module.css';

interface RosterCellProps {
  name: string;
  day: RosterDay;
  shifts: Shift[];
  place: Place;
  chosen: boolean;
  editable: boolean;
  onChoose: (extend: boolean) => void;
  onDrop: (what: string) => void;
}

/** A day of somebody: the shift, who says so, and why nobody has to come. */
export function RosterCell({
  name,
  day,
  shifts,
  place,
  chosen,
  editable,
  onChoose,
  onDrop,
}: RosterCellProps) {
  const words = useDayWords();
  const { t } = useTranslation('roster');
  const what = useCellWords(day, shifts);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    setOver(false);
    const dragged = dropped(event.dataTransfer);
    if (!dragged) return;
    event.preventDefault();
    onDrop(dragged);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    onChoose(event.shiftKey);
  };
  const label = t('cell', { name, day: words.date(day.date), what });
  return (
    <div
      role="gridcell"
      className={classes.cell}
      aria-label={label}
      title={label}
      aria-selected={chosen}
      aria-readonly={!editable}
      data-over={over || undefined}
      tabIndex={place.row === 0 && place.column === 0 ? 0 : -1}
      {...gridCell(place.row, place.column)}
      {...(editable && {
        onClick: (event) => onChoose(event.shiftKey),
        onKeyDown: press,
        onDragOver: (event) => {
          if (!isOurs(event.dataTransfer)) return;
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: () => setOver(false),
        onDrop: drop,
      })}
    >
      <CellBody day={day} shifts={shifts} />
    </div>
  );
}

function CellBody({ day, shifts }: { day: RosterDay; shifts: Shift[] }) {
  const { t } = useTranslation('roster');
  return (
    <>
      {day.shiftIds.map((id, i) => (
        <span
          key={`${id} ${i}`}
          className={classes.shift}
          data-level={day.level}
          style={shiftStyle(shifts, id)}
        >
          {shifts.find((shift) => shift.id === id)?.name ?? '…'}
        </span>
      ))}
      {day.shiftIds.length === 0 && (
        <span className={classes.free}>{day.level ? SIGNS.off : SIGNS.unknown}</span>
      )}
      {day.holiday && <span className={classes.note}>{`${SIGNS.holiday} ${day.holiday}`}</span>}
      {day.leave && <span className={classes.note}>{`${SIGNS.leave} ${t(`leave.${day.leave}`)}`}</span>}
    </>
  );
}

function useCellWords(day: RosterDay, shifts: Shift[]): string {
  const { t } = useTranslation('roster');
  const names = day.shiftIds.map((id) => shifts.find((shift) => shift.id === id)?.name ?? '…');
  const work = day.level === null ? t('unknown') : names.join(', ') || t('dayOff');
  const level = day.level && t(`level.${day.level}`);
  return [work, level, day.holiday, day.leave && t(`leave.${day.leave}`)].filter(Boolean).join(', ');
}
