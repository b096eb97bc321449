import { vectorParameter } from './vector-parameter.js';

describe('a vector for the database', () => {
  it('is its length, nothing, and big-endian floats', () => {
    expect(vectorParameter([0.5, -2]).toString('hex')).toBe('00020000' + '3f000000' + 'c0000000');
  });
});
