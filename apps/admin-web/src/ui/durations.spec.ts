import { clockMinutes, formatMinutes } from './durations.js';

describe('minutes', () => {
  it('are told in hours where there are any', () => {
    expect([20, 60, 460].map((minutes) => formatMinutes(minutes, 'en'))).toEqual(['20m', '1h', '7h 40m']);
    expect(formatMinutes(460, 'zh-CN')).toBe('7小时40分钟');
  });

  it('stand in tables as on a clock', () => expect(clockMinutes(485)).toBe('8:05'));
});
