import type { FormErrors } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../api/api-problem.js';
import { refusedFields } from '../../../ui/form-rules.js';
import type shifts from '../shifts.en.json';

type Misfit = keyof typeof shifts.misfit;
/** What the server says about a field it says in English; what is wrong follows from which field it is. */
const MISFITS: [RegExp, Misfit][] = [
  [/^core(Start|End)$/, 'core'],
  [/^(breakMinutes|secondBreakMinutes)$/, 'breakLong'],
  [/^secondBreakAfterMinutes$/, 'secondBreak'],
  [/^breakWindows$/, 'breaksLong'],
  [/^breakWindows\.\d+\.start$/, 'windowStart'],
  [/^breakWindows\.\d+\.end$/, 'windowEnd'],
  [/^dueMinutes$/, 'due'],
  [/^absentMinutes$/, 'absent'],
];

/** Which sentence is about a field; none where only a newer server knows it. */
export const misfitOf = (path: string): Misfit | undefined =>
  MISFITS.find(([field]) => field.test(path))?.[1];

/** The fields of a shift that do not fit each other, each with a sentence in the reader's language. */
export function useMisfits(): (error: unknown) => FormErrors {
  const { t } = useTranslation('shifts');
  return (error) => {
    const refused = refusedFields(error);
    if (!isProblem(error, 'SHIFT_HOURS')) return refused;
    return Object.fromEntries(
      Object.entries(refused).map(([path, sentence]) => {
        const misfit = misfitOf(path);
        return [path, misfit ? t(`misfit.${misfit}`) : sentence];
      }),
    );
  };
}
