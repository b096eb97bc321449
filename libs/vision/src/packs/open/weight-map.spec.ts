import { WeightMap } from './weight-map.js';

const index = (...weights: unknown[]) => JSON.stringify([{ paths: ['toy.bin'], weights }]);
const bytes = { dtype: 'uint8', scale: 0.5, min: -1 };

describe('WeightMap', () => {
  it('reads quantised and plain arrays that lie one behind the other', () => {
    const plain = new Uint8Array(Float32Array.from([1.5, -2]).buffer);
    const binary = Buffer.concat([Uint8Array.from([0, 2, 255]), plain]);
    const weights = WeightMap.read(
      index(
        { name: 'a', shape: [3], dtype: 'float32', quantization: bytes },
        { name: 'b', shape: [1, 2], dtype: 'float32' },
      ),
      binary,
    );
    expect(weights.get('a')).toEqual({ shape: [3], data: Float32Array.from([-1, 0, 126.5]) });
    expect(weights.get('b')).toEqual({ shape: [1, 2], data: Float32Array.from([1.5, -2]) });
  });

  it('refuses files that do not belong together', () => {
    const one = index({ name: 'a', shape: [3], dtype: 'float32', quantization: bytes });
    expect(() => WeightMap.read(one, new Uint8Array(4))).toThrow(
      'take 3 bytes by their index and 4 in their file',
    );
  });

  it('says which array is missing', () => {
    expect(() => WeightMap.read(index(), new Uint8Array(0)).get('fc')).toThrow('the weights hold no fc');
  });
});
