import { readFile } from 'node:fs/promises';
import { decodeImage, resizeImage } from '../raster.js';
import { BUILT_IN_PAINTINGS, PAINTING_SIZE } from './built-in.js';
import { paintBuiltIn } from './paint.js';

/** Small enough to be painted within a second. */
const SIZE = 64;

describe.each(BUILT_IN_PAINTINGS)('the painting $key', ({ key, file }) => {
  const painted = paintBuiltIn(key, SIZE);

  it('is the one that is shipped', async () => {
    const shipped = await decodeImage(await readFile(file));
    expect([shipped.width, shipped.height]).toEqual([PAINTING_SIZE, PAINTING_SIZE]);
    const small = await resizeImage(shipped, SIZE, SIZE);
    const apart = painted.data.reduce((sum, level, i) => sum + Math.abs(level - small.data[i]!), 0);
    // Fine strokes and dots come out otherwise at another size; another picture would be 60 and more apart.
    expect(apart / painted.data.length).toBeLessThan(24);
  });

  it('is no flat area', () => {
    const mean = painted.data.reduce((sum, level) => sum + level, 0) / painted.data.length;
    const spread = painted.data.reduce((sum, level) => sum + (level - mean) ** 2, 0) / painted.data.length;
    expect(Math.sqrt(spread)).toBeGreaterThan(25);
  });
});

it('a painting is the same every time', () => {
  const [first, second] = [paintBuiltIn('ink-wash', SIZE), paintBuiltIn('ink-wash', SIZE)];
  expect(Buffer.compare(first.data, second.data)).toBe(0);
});

it('there is no other painting', () => {
  expect(() => paintBuiltIn('the-scream')).toThrow(RangeError);
});
