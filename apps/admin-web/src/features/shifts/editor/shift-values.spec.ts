import { shiftCreate } from '@rollcall/contracts';
import { aShift } from '../../../testing/attendance-samples.js';
import { fieldsOf, valuesOf } from './shift-values.js';

describe('what the editor of shifts holds', () => {
  it('is a shift that the server takes, but for its name', () => {
    const fields = fieldsOf(valuesOf(null));
    expect(shiftCreate.safeParse({ ...fields, name: 'Day' }).success).toBe(true);
  });

  it('gives back what it was given', () => {
    const shift = aShift({ kind: 'flexible', coreStart: '10:00', coreEnd: '15:00', dueMinutes: 480 });
    const { id: _id, overnight: _overnight, validFrom: _validFrom, createdAt: _createdAt, ...rest } = shift;
    expect(fieldsOf(valuesOf(shift))).toEqual(rest);
  });

  it('says nothing of what the chosen kind does not ask for', () => {
    const values = valuesOf(aShift({ breakMinutes: 45, breakWindows: [{ start: '12:00', end: '13:00' }] }));
    expect(fieldsOf({ ...values, coreStart: '10:00', dueMinutes: 60, breakRule: 'fixed' })).toMatchObject({
      coreStart: null,
      dueMinutes: null,
      breakMinutes: 0,
      breakWindows: [{ start: '12:00', end: '13:00' }],
    });
    expect(fieldsOf({ ...values, breakRule: 'punched' })).toMatchObject({
      breakMinutes: 45,
      breakWindows: [],
    });
  });
});
