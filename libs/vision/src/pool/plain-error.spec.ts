import { ImageRejected } from '../image-rejected.js';
import { PackError } from '../packs/pack-error.js';
import { SafetensorsError } from '../style/safetensors-header.js';
import { StyleError } from '../style/style-error.js';
import { fromPlainError, toPlainError } from './plain-error.js';

const across = (error: unknown) => fromPlainError(structuredClone(toPlainError(error)));

describe('errors across threads', () => {
  it('keep their class, code and message', () => {
    const rejected = across(new ImageRejected('IMAGE_TOO_LARGE', 'Send a smaller photo.'));
    expect(rejected).toBeInstanceOf(ImageRejected);
    expect(rejected).toMatchObject({ code: 'IMAGE_TOO_LARGE', message: 'Send a smaller photo.' });
    expect(across(new PackError('PACK_CHECKSUM', 'wrong'))).toBeInstanceOf(PackError);
    expect(across(new SafetensorsError('cut off'))).toBeInstanceOf(SafetensorsError);
    const style = across(new StyleError('STYLE_OPTION', 'too strong'));
    expect(style).toBeInstanceOf(StyleError);
    expect(style).toMatchObject({ code: 'STYLE_OPTION', message: 'too strong' });
  });

  it('keep the name and code of any other error, and take what is no error', () => {
    const system = Object.assign(new TypeError('odd'), { code: 'ERR_ODD' });
    expect(across(system)).toMatchObject({ name: 'TypeError', code: 'ERR_ODD', message: 'odd' });
    expect(across('thrown text')).toMatchObject({ message: 'thrown text' });
  });
});
