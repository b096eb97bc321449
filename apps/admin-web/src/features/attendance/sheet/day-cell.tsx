import type { AttendanceDay } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { clockMinutes } from '../../../ui/durations.js';
import { gridCell } from '../../../ui/grid-keys.js';
import { needsReview, STATUS_LOOK } from '../day-looks.js';
import { useDayWords } from '../use-day-words.js';
import { cellColors } from './cell-look.js';
import classes from './sheet.module.css';

interface DayCellProps {
  name: string;
  day: AttendanceDay;
  place: [row: number, column: number];
  focusable: boolean;
  onChoose: () => void;
}

/** A day in the sheet: a sign and a colour for what it was, and what was worked. */
export function DayCell({ name, day, place, focusable, onChoose }: DayCellProps) {
  const { t } = useTranslation('attendance');
  const words = useDayWords();
  const label = t('sheet.cell', { name, day: words.date(day.date), what: words.brief(day) });
  return (
    <button
      type="button"
      className={`${classes.cell} ${day.flags.some(needsReview) ? classes.review : ''}`}
      style={cellColors(day.status)}
      data-quiet={day.status === 'rest' || undefined}
      aria-label={label}
      title={label}
      tabIndex={focusable ? 0 : -1}
      onClick={onChoose}
      {...gridCell(...place)}
    >
      <span className={classes.sign} aria-hidden>
        {STATUS_LOOK[day.status].sign}
      </span>
      {day.workedMinutes > 0 && (
        <span className={classes.worked} aria-hidden>
          {clockMinutes(day.workedMinutes)}
        </span>
      )}
    </button>
  );
}
