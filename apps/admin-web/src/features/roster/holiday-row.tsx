import { UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import sheet from '../attendance/sheet/sheet.module.css';
import { useDayWords } from '../attendance/use-day-words.js';
import { HolidayModal } from './holiday-modal.js';
import { useHolidays } from './roster.queries.js';
import classes from './roster.module.css';

interface HolidayRowProps {
  dates: string[];
  editable: boolean;
}

/** Above everybody: the days on which nobody has to work. */
export function HolidayRow({ dates, editable }: HolidayRowProps) {
  const { t } = useTranslation('roster');
  const words = useDayWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const holidays = useHolidays({ from: dates[0] ?? '', to: dates.at(-1) ?? '' });
  return (
    <tr>
      <th scope="row" className={sheet.name}>
        {t('holidays')}
        <HolidayModal date={chosen} editable={editable} onClose={() => setChosen(null)} />
      </th>
      {dates.map((date) => {
        const names = (holidays.data ?? []).filter((each) => each.date === date).map(({ name }) => name);
        const what = names.join(', ') || t('holiday.none');
        const label = t('holiday.cell', { date: words.date(date), what });
        return (
          <td key={date}>
            <UnstyledButton
              className={`${classes.cell} ${classes.holiday}`}
              aria-label={label}
              title={label}
              ta="center"
              onClick={() => setChosen(date)}
            >
              <span className={classes.note}>
                {names.length > 0 ? `★ ${names.join(', ')}` : editable && '+'}
              </span>
            </UnstyledButton>
          </td>
        );
      })}
    </tr>
  );
}
