import type { Shift, ShiftCreate, ShiftFields } from '@rollcall/contracts';
import type { UseFormReturnType } from '@mantine/form';

/** What the editor holds: the fields of a shift, empty texts where nothing is said. */
export interface ShiftValues extends Omit<ShiftFields, 'coreStart' | 'coreEnd' | 'dueMinutes'> {
  name: string;
  coreStart: string;
  coreEnd: string;
  dueMinutes: number | '';
}
export type ShiftForm = UseFormReturnType<ShiftValues>;

const USUAL: ShiftValues = {
  name: '',
  kind: 'fixed',
  start: '09:00',
  end: '18:00',
  coreStart: '',
  coreEnd: '',
  dueMinutes: '',
  breakRule: 'deducted',
  breakMinutes: 60,
  breakAfterMinutes: 360,
  secondBreakMinutes: 0,
  secondBreakAfterMinutes: 540,
  breakWindows: [],
  graceInMinutes: 5,
  graceOutMinutes: 5,
  halfDayMinutes: 240,
  absentMinutes: 120,
  earlyArrivalCounts: true,
  overtimeBasis: 'planned',
  overtimeAfterMinutes: 30,
  overtimeRoundMinutes: 15,
  overtimeNeedsApproval: false,
  pairing: 'first-last',
  directions: 'device',
  windowBeforeMinutes: 240,
  windowAfterMinutes: 480,
  closing: 'none',
  minGapOutMinutes: 1,
  minGapInMinutes: 1,
};

export function valuesOf(shift: Shift | null): ShiftValues {
  if (!shift) return USUAL;
  const { id: _id, overnight: _overnight, validFrom: _validFrom, createdAt: _createdAt, ...fields } = shift;
  return {
    ...fields,
    coreStart: shift.coreStart ?? '',
    coreEnd: shift.coreEnd ?? '',
    dueMinutes: shift.dueMinutes ?? '',
  };
}

/** What the server takes: nothing of what the chosen kind does not ask for. */
export function fieldsOf({ coreStart, coreEnd, dueMinutes, ...values }: ShiftValues): ShiftCreate {
  const flexible = values.kind === 'flexible';
  return {
    ...values,
    coreStart: (flexible && coreStart) || null,
    coreEnd: (flexible && coreEnd) || null,
    dueMinutes: flexible && dueMinutes !== '' ? dueMinutes : null,
    breakMinutes: values.breakRule === 'fixed' ? 0 : values.breakMinutes,
    breakWindows: values.breakRule === 'fixed' ? values.breakWindows : [],
  };
}
