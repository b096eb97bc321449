import { v7 as uuidv7 } from 'uuid';
import { idEarlier, RecentIds } from './recent-ids.js';

describe('recent ids', () => {
  it('are new once', () => {
    const ids = new RecentIds(2);
    expect(['a', 'b', 'a'].map((id) => ids.add(id))).toEqual([true, true, false]);
  });

  it('are forgotten when there are too many, the oldest first', () => {
    const ids = new RecentIds(2, ['a']);
    ids.add('b');
    expect(ids.oldest).toBe('a');
    ids.add('c');
    expect(ids.oldest).toBe('b');
    expect(ids.add('a')).toBe(true);
  });
});

describe('an id that is so much earlier', () => {
  const at = (msecs: number) => uuidv7({ msecs });

  it('comes after everything older, and before everything newer', () => {
    const bound = idEarlier(at(1_764_000_005_000), 5_000);
    expect(bound > at(1_763_999_999_999)).toBe(true);
    expect(bound < at(1_764_000_000_000)).toBe(true);
  });

  it('does not go before the beginning', () => {
    expect(idEarlier(at(10), 5_000)).toBe('00000000-0000-7000-8000-000000000000');
  });
});
