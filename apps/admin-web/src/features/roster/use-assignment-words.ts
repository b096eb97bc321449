import type { ShiftAssignment } from '@rollcall/contracts';
import { useTranslation } from 'react-i18next';
import { useDayWords } from '../attendance/use-day-words.js';
import { useShifts } from '../shifts/shifts.queries.js';
import { useWeekdays } from './use-weekdays.js';

/** An assignment in words: which shift, since when, on which weekdays. */
export function useAssignmentWords() {
  const { t } = useTranslation('roster');
  const { date } = useDayWords();
  const shifts = useShifts();
  const weekdays = useWeekdays();
  const nameOf = (id: string | null) =>
    id === null ? t('form.free') : (shifts.data?.find((shift) => shift.id === id)?.name ?? '…');
  return {
    what: ({ shiftId, rotation }: ShiftAssignment) => {
      if (!rotation) return nameOf(shiftId);
      if (rotation.shiftIds.every((id) => id === null)) return t('dayOff');
      return t('assignments.turns', {
        unit: t(`form.${rotation.unit}`),
        shifts: rotation.shiftIds.map(nameOf).join(' → '),
      });
    },
    when: ({ from, to, weekdays: on }: ShiftAssignment) => {
      const range = to
        ? t('assignments.range', { from: date(from, 'medium'), to: date(to, 'medium') })
        : t('assignments.since', { from: date(from, 'medium') });
      const days = weekdays.filter(({ day }) => on.includes(day)).map(({ name }) => name);
      return on.length === 7 ? range : `${range} · ${days.join(', ')}`;
    },
  };
}
