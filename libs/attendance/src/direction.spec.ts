import { inferDirection, inferDirections, type SequencedPunch } from './direction.js';

const at = (time: string) => Date.parse(time);
const inAt = (time: string) => ({ at: at(time), direction: 'in' as const });
const outAt = (time: string) => ({ at: at(time), direction: 'out' as const });

describe('the direction of a punch at a kiosk for both ways', () => {
  it('is IN for the first punch of all', () => {
    expect(inferDirection(null, at('2026-03-02T08:00:00Z'))).toBe('in');
  });

  it('alternates over a working day', () => {
    expect(inferDirection(inAt('2026-03-02T08:00:00Z'), at('2026-03-02T12:00:00Z'))).toBe('out');
    expect(inferDirection(outAt('2026-03-02T12:00:00Z'), at('2026-03-02T12:30:00Z'))).toBe('in');
  });

  it('closes a night shift on the next day', () => {
    expect(inferDirection(inAt('2026-03-02T22:00:00Z'), at('2026-03-03T06:00:00Z'))).toBe('out');
  });

  it('a missing OUT does not turn the next morning’s IN into an OUT', () => {
    expect(inferDirection(inAt('2026-03-02T08:00:00Z'), at('2026-03-03T08:00:00Z'))).toBe('in');
  });

  it('closes presence of exactly sixteen hours, and not a millisecond more', () => {
    const start = at('2026-03-02T06:00:00Z');
    expect(inferDirection({ at: start, direction: 'in' }, start + 16 * 3_600_000)).toBe('out');
    expect(inferDirection({ at: start, direction: 'in' }, start + 16 * 3_600_000 + 1)).toBe('in');
  });
});

describe('directions after an earlier punch arrived late', () => {
  const inferred = (time: string): SequencedPunch => ({ at: at(time), direction: 'in', fixed: false });

  it('are inferred again for those that follow', () => {
    const later = [
      inferred('2026-03-02T12:00:00Z'),
      inferred('2026-03-02T12:30:00Z'),
      inferred('2026-03-02T17:00:00Z'),
    ];
    expect(inferDirections(inAt('2026-03-02T08:00:00Z'), later)).toEqual(['out', 'in', 'out']);
    expect(inferDirections(null, later)).toEqual(['in', 'out', 'in']);
  });

  it('stay as they are where the kiosk itself says which way', () => {
    const later: SequencedPunch[] = [
      { at: at('2026-03-02T12:00:00Z'), direction: 'in', fixed: true },
      inferred('2026-03-02T17:00:00Z'),
    ];
    expect(inferDirections(inAt('2026-03-02T08:00:00Z'), later)).toEqual(['in', 'out']);
  });
});
