import { anAccount } from '../../../testing/attendance-samples.js';
import { clockOf, minuteAt, moved, typed, usualPunches } from './tried-punches.js';

describe('punches that are tried', () => {
  it('begin near the start and the end, over midnight too', () => {
    expect(usualPunches('09:00', '18:00')).toEqual([543, 1088]);
    expect(usualPunches('22:00', '06:00')).toEqual([1323, 1808]);
    expect(usualPunches('', '06:00')).toEqual([]);
  });

  it('stay on their side of midnight while somebody types', () => {
    expect(typed('06:30', 1808)).toBe(1830);
    expect(typed('21:30', 1323)).toBe(1290);
    expect(clockOf(1830)).toBe('06:30');
  });

  it('stand where they are held', () => {
    const account = moved(anAccount(), [600, 1500]);
    expect(account.day.punches).toMatchObject([
      { localTime: '2026-03-02T10:00:00', direction: 'in' },
      { localTime: '2026-03-03T01:00:00', direction: 'out' },
    ]);
    expect(account.day.punches.map(({ at }) => minuteAt(account, Date.parse(at)))).toEqual([600, 1500]);
  });
});
