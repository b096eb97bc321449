import { hourFormat, roomOf } from './labels.js';

const NOON = Date.parse('2026-03-02T12:00:00Z');

describe('the labels of a timeline', () => {
  it('are hours, with minutes only where the clock has twenty-four of them', () => {
    expect(hourFormat('en-US', 'UTC').format(NOON)).toMatch(/^12\sPM$/);
    expect(hourFormat('en-GB', 'UTC').format(NOON)).toBe('12:00');
    expect(hourFormat('zh-CN', 'UTC').format(NOON)).toBe('12:00');
  });

  it('take the room of the widest', () => {
    expect(roomOf([])).toBe(0);
    expect(roomOf(['9 AM', '12:00 PM'])).toBe(roomOf(['12:00 PM']));
    expect(roomOf(['1日周二'])).toBeGreaterThan(roomOf(['08:00']));
  });
});
