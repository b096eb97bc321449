import type { UseFormReturnType } from '@mantine/form';
import type { ShiftAssignmentCreate } from '@rollcall/contracts';
import type { PickedPerson } from '../people/person-picker.js';

/** What the form of an assignment holds. Weekdays are texts there, as chips have them; a free turn is an empty one. */
export interface AssignValues {
  whom: 'person' | 'department';
  person: PickedPerson | null;
  departmentId: string | null;
  what: 'one' | 'turns';
  shiftId: string | null;
  unit: 'day' | 'week';
  turns: string[];
  from: string;
  to: string;
  weekdays: string[];
}

export type Assigning = UseFormReturnType<AssignValues>;

export const startAssigning = (from: string): AssignValues => ({
  whom: 'person',
  person: null,
  departmentId: null,
  what: 'one',
  shiftId: null,
  unit: 'week',
  turns: ['', ''],
  from,
  to: '',
  weekdays: ['1', '2', '3', '4', '5'],
});

/** What is asked of the server. Of a rotation the first shift stands for all. */
export function asked(values: AssignValues): ShiftAssignmentCreate {
  const { whom, person, departmentId, what, from, to, unit, turns } = values;
  const turning = what === 'turns';
  return {
    ...(whom === 'person' ? { personId: person?.id } : { departmentId: departmentId ?? undefined }),
    shiftId: (turning ? turns.find((id) => id !== '') : values.shiftId) ?? '',
    from,
    to: to || null,
    weekdays: values.weekdays.map(Number),
    rotation: turning ? { unit, shiftIds: turns.map((id) => id || null) } : null,
  };
}
