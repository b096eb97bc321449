import { ImageRejected } from '../image-rejected.js';
import { PackError } from '../packs/pack-error.js';
import { poolSize } from './face-engine-pool.js';
import { fromPlainError, toPlainError } from './thread-messages.js';

const across = (error: unknown) => fromPlainError(structuredClone(toPlainError(error)));

describe('errors across threads', () => {
  it('keep their class, code and message', () => {
    const rejected = across(new ImageRejected('IMAGE_TOO_LARGE', 'Send a smaller photo.'));
    expect(rejected).toBeInstanceOf(ImageRejected);
    expect(rejected).toMatchObject({ code: 'IMAGE_TOO_LARGE', message: 'Send a smaller photo.' });
    expect(across(new PackError('PACK_CHECKSUM', 'wrong'))).toBeInstanceOf(PackError);
  });

  it('keep the name and code of any other error, and take what is no error', () => {
    const system = Object.assign(new TypeError('odd'), { code: 'ERR_ODD' });
    expect(across(system)).toMatchObject({ name: 'TypeError', code: 'ERR_ODD', message: 'odd' });
    expect(across('thrown text')).toMatchObject({ message: 'thrown text' });
  });
});

describe('poolSize', () => {
  it.each([
    [1, 1, 1],
    [2, 2, 1],
    [4, 2, 2],
    [6, 3, 2],
    [64, 4, 2],
  ])('on %d cores has %d workers with %d threads', (cores, workers, threads) => {
    expect(poolSize(cores)).toEqual({ workers, threads });
  });
});
