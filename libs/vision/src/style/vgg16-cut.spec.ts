import { createHash } from 'node:crypto';
import { randomTensors } from '../../test/random-vgg16.js';
import { safetensorsOf } from '../../test/write-safetensors.js';
import { readSafetensors, type SafeTensor, type SafeTensors } from './safetensors.js';
import { headerEnd } from './safetensors-header.js';
import { cutVgg16 } from './vgg16-cut.js';

const fill = (length: number): SafeTensor => ({ shape: [length], data: new Float32Array(length).fill(7) });

/** Jest's own comparison takes seconds for millions of numbers. */
function expectSame(found: SafeTensors, due: SafeTensors): void {
  const plain = (tensors: SafeTensors) =>
    [...tensors].map(([name, { shape, data }]) => [
      name,
      shape,
      createHash('sha256').update(data).digest('hex'),
    ]);
  expect(plain(found)).toEqual(plain(due));
}

/** What whoever follows the plan has in the end. */
function cut(file: Uint8Array): Uint8Array {
  const { header, ranges, size } = cutVgg16(file.subarray(0, headerEnd(file)));
  const written = Buffer.concat([header, ...ranges.map(({ from, to }) => file.subarray(from, to))]);
  expect(written).toHaveLength(size);
  return written;
}

describe('cutVgg16', () => {
  it('takes what the recipes need and leaves the rest', () => {
    const tensors = randomTensors(9);
    const file = safetensorsOf(new Map([['a', fill(5)], ...tensors, ['pre_logits.fc1.weight', fill(99)]]));
    expect(cutVgg16(file)).toMatchObject({
      deepest: '4_2',
      recipes: ['gatys-torch', 'gatys-keras', 'portrait'],
    });
    expectSame(readSafetensors(cut(file)), tensors);
    expect(cutVgg16(file).ranges).toHaveLength(1);
  });

  it('finds tensors in any order, between others, and gives them in theirs', () => {
    const tensors = [...randomTensors(7)].reverse();
    const file = safetensorsOf(new Map(tensors.flatMap((one, i) => [[`other.${i}`, fill(2)] as const, one])));
    expectSame(readSafetensors(cut(file)), new Map(tensors));
    expect(cutVgg16(file).recipes).toEqual(['gatys-torch', 'portrait']);
  });

  it('leaves a file that holds nothing else as it is, description and all', () => {
    const file = safetensorsOf(randomTensors(7), { source: 'here' });
    expect(Buffer.compare(cut(file), file)).toBe(0);
  });

  it('does not mind arrays of another type that nobody wants', () => {
    const tensors = new Map([...randomTensors(7), ['half', { ...fill(2), dtype: 'F16', bytes: 4 }]]);
    expectSame(readSafetensors(cut(safetensorsOf(tensors))), randomTensors(7));
  });

  it('says so where VGG16 is not in it', () => {
    expect(() => cutVgg16(safetensorsOf(randomTensors(3)))).toThrow('features.7.weight is missing');
  });
});
