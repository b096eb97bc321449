import { shiftAssignmentCreate } from '@rollcall/contracts';
import { idOf } from '../../testing/samples.js';
import { asked, startAssigning } from './assign-values.js';

const values = startAssigning('2026-03-02');
const mina = { id: idOf(100), name: 'Mina Okafor', employeeNo: '1042' };

describe('the form of an assignment', () => {
  it('asks for one shift of a person', () => {
    const assignment = asked({ ...values, person: mina, shiftId: idOf(900) });
    expect(shiftAssignmentCreate.parse(assignment)).toEqual({
      personId: idOf(100),
      shiftId: idOf(900),
      from: '2026-03-02',
      to: null,
      weekdays: [1, 2, 3, 4, 5],
      rotation: null,
    });
  });

  it('asks for shifts in turn of a department, free ones too', () => {
    const turns = ['', idOf(900), idOf(901)];
    const assignment = asked({ ...values, whom: 'department', departmentId: idOf(20), what: 'turns', turns });
    expect(shiftAssignmentCreate.parse(assignment)).toMatchObject({
      departmentId: idOf(20),
      shiftId: idOf(900),
      rotation: { unit: 'week', shiftIds: [null, idOf(900), idOf(901)] },
    });
  });

  it('is not complete without whom and what', () => {
    expect(shiftAssignmentCreate.safeParse(asked(values)).success).toBe(false);
  });
});
