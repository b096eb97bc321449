import { readSafetensors } from './safetensors.js';
import { SafetensorsError } from './safetensors-header.js';

/** A file with this header over this body. */
function file(header: unknown, body: Uint8Array = new Uint8Array()): Uint8Array {
  const text = Buffer.from(typeof header === 'string' ? header : JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, body]);
}

const entry = (shape: number[], from: number, to: number, dtype = 'F32') => ({
  dtype,
  shape,
  data_offsets: [from, to],
});
const body = new Uint8Array(Float32Array.from([1, 2, 3]).buffer);

describe('readSafetensors', () => {
  it('gives the arrays in whatever order the header names them, on any alignment', () => {
    const header = { b: entry([1], 8, 12), __metadata__: { made: 'here' }, a: entry([1, 2], 0, 8) };
    for (const spaces of ['', ' ', '  ', '   ']) {
      const tensors = readSafetensors(file(JSON.stringify(header) + spaces, body));
      expect([...tensors.keys()]).toEqual(['a', 'b']);
      expect(tensors.get('a')).toEqual({ shape: [1, 2], data: Float32Array.from([1, 2]) });
      expect(tensors.get('b')).toEqual({ shape: [1], data: Float32Array.from([3]) });
    }
  });

  it('takes scalars and empty arrays', () => {
    const tensors = readSafetensors(
      file({ one: entry([], 0, 4), none: entry([0, 4], 0, 0) }, body.subarray(0, 4)),
    );
    expect(tensors.get('none')?.data).toHaveLength(0);
    expect(tensors.get('one')).toEqual({ shape: [], data: Float32Array.from([1]) });
  });

  it.each([
    ['nothing', new Uint8Array(), /too short/],
    [
      'a header longer than the file',
      Uint8Array.from([255, 0, 0, 0, 0, 0, 0, 0, 123]),
      /would take 255 bytes/,
    ],
    ['a header of 2^64 - 1 bytes', new Uint8Array(9).fill(255), /would take 18446744073709551615 bytes/],
    ['a header that is no JSON', file('{"a"'), /not JSON/],
    ['a header that is no UTF-8', file('"').fill(0xff, 8), /not JSON/],
    ['a header that is a list', file([]), /not an object/],
    ['an entry that is none', file({ a: 5 }), /entry a is not valid/],
    ['a negative offset', file({ a: entry([1], -4, 0) }, body), /entry a is not valid/],
    ['a fraction as size', file({ a: entry([0.5], 0, 2) }, body), /entry a is not valid/],
    ['another type', file({ a: entry([3], 0, 6, 'BF16') }, body), /a is of BF16, only F32/],
    [
      'a shape that is not its bytes',
      file({ a: entry([2], 0, 12) }, body),
      /holds 12 bytes where \[2\] takes 8/,
    ],
    ['sizes whose product overflows', file({ a: entry([2 ** 40, 2 ** 40], 0, 12) }, body), /where/],
    [
      'an array beyond the end',
      file({ a: entry([4], 0, 16) }, body),
      /ends at byte 16 of 12: the file is cut off/,
    ],
    [
      'two arrays in one place',
      file({ a: entry([3], 0, 12), b: entry([3], 0, 12) }, body),
      /begins at byte 0/,
    ],
    ['a gap', file({ a: entry([1], 0, 4), b: entry([1], 8, 12) }, body), /begins at byte 8 where 4 is due/],
    ['bytes of no array', file({ a: entry([1], 0, 4) }, body), /take 4 bytes, the file holds 12/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => readSafetensors(bytes)).toThrow(SafetensorsError);
    expect(() => readSafetensors(bytes)).toThrow(message);
  });
});
