import { binaryRow, text, timestamp, uuid, vector } from './binary-rows.js';

describe('a row for a binary copy', () => {
  it('has the number of its fields, and the length of each before it', () => {
    const row = binaryRow([text('äb'), Buffer.from([7])]);
    expect(row.toString('hex')).toBe('0002' + '00000003' + 'c3a462' + '00000001' + '07');
  });

  it('holds ids, moments since 2000 and vectors as Postgres does', () => {
    expect(uuid('01980000-0000-7000-8000-00000000002a').toString('hex')).toBe(
      '0198000000007000800000000000002a',
    );
    expect(timestamp(new Date('2000-01-01T00:00:01Z')).readBigInt64BE()).toBe(1_000_000n);
    const field = vector([0.5, -2]);
    expect([
      field.readUInt16BE(0),
      field.readUInt16BE(2),
      field.readFloatBE(4),
      field.readFloatBE(8),
    ]).toEqual([2, 0, 0.5, -2]);
  });
});
