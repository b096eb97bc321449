import { faultOf } from './period-fault.js';

const timesheet = (from: string, to: string) => faultOf({ kind: 'timesheet', from, to });

describe('a period of which no report can be made', () => {
  it('is longer than a month for a timesheet, which takes the last full one', () => {
    expect(timesheet('2026-01-01', '2026-01-31')).toBeNull();
    expect(timesheet('2026-01-01', '2026-11-30')).toMatchObject({
      fault: 'timesheet',
      instead: { from: '2026-11-01', to: '2026-11-30' },
      month: true,
    });
    expect(timesheet('2026-01-15', '2026-03-20')).toMatchObject({
      instead: { from: '2026-02-01', to: '2026-02-28' },
    });
  });

  it('without a full month takes its last days', () => {
    expect(timesheet('2026-01-10', '2026-02-20')).toMatchObject({
      instead: { from: '2026-01-21', to: '2026-02-20' },
      month: false,
    });
  });

  it('is longer than a year for every other', () => {
    expect(faultOf({ kind: 'daily', from: '2026-01-01', to: '2026-12-31' })).toBeNull();
    expect(faultOf({ kind: 'daily', from: '2024-01-01', to: '2026-12-31' })).toMatchObject({
      fault: 'year',
      instead: { from: '2026-01-01', to: '2026-12-31' },
    });
  });

  it('ends before it begins', () => {
    expect(faultOf({ kind: 'daily', from: '2026-02-01', to: '2026-01-01' })).toEqual({ fault: 'order' });
  });
});
