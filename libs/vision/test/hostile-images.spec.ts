import { ImageRejected } from '../src/image-rejected.js';
import { decodeImage } from '../src/raster.js';
import { describeWithModels, photo, photosIn } from './sample-files.js';

jest.setTimeout(60_000);

/** The verdict on each sample: a code, or null where the image is taken. */
const HOSTILE: Readonly<Record<string, string | null>> = {
  'bitflips.jpg': 'UNSUPPORTED_IMAGE',
  'bomb_20000x20000_1bit.png': 'IMAGE_TOO_LARGE',
  'broken.png': 'UNSUPPORTED_IMAGE',
  'broken_data_stream.png': 'UNSUPPORTED_IMAGE',
  'decompression_bomb.gif': 'UNSUPPORTED_IMAGE',
  'empty.jpg': 'UNSUPPORTED_IMAGE',
  'exif_gps_typeerror.jpg': null,
  'exif_typeerror.jpg': null,
  'header_only_65000x65000.png': 'IMAGE_TOO_LARGE',
  'hopper_bad_exif.jpg': 'UNSUPPORTED_IMAGE', // its pixels are damaged too
  'html_as.jpg': 'UNSUPPORTED_IMAGE',
  'iccp_bomb_itxt_50MB.png': null, // one pixel; its text is never inflated
  'jpeg_named.png': null,
  'jpeg_plus_zip_trailer.jpg': null,
  'sof_65500x65500.jpg': 'IMAGE_TOO_LARGE',
  'svg_script.svg': 'UNSUPPORTED_IMAGE',
  'truncated_end_chunk.png': null, // all pixels are there
  'truncated_half.jpg': 'UNSUPPORTED_IMAGE',
  'truncated_header.jpg': 'UNSUPPORTED_IMAGE',
  'truncated_image.png': 'UNSUPPORTED_IMAGE',
  'truncated_jpeg.jpg': 'UNSUPPORTED_IMAGE',
  'zero_dim.png': 'UNSUPPORTED_IMAGE',
};

async function verdict(bytes: Uint8Array): Promise<string | null> {
  try {
    await decodeImage(bytes);
    return null;
  } catch (error) {
    expect(error).toBeInstanceOf(ImageRejected);
    return (error as ImageRejected).code;
  }
}

describeWithModels('hostile and odd images', () => {
  it('get the verdict they deserve within two seconds', async () => {
    const verdicts: Record<string, string | null> = {};
    for (const file of photosIn('hostile')) {
      const started = performance.now();
      verdicts[file] = await verdict(photo('hostile', file));
      expect(performance.now() - started).toBeLessThan(2000);
    }
    expect(verdicts).toEqual(HOSTILE);
  });

  it('of other formats are refused, CMYK is taken', async () => {
    const verdicts: Record<string, string | null> = {};
    for (const file of photosIn('formats')) verdicts[file] = await verdict(photo('formats', file));
    const refused = Object.keys(verdicts).filter((file) => verdicts[file] !== null);
    expect(refused).toEqual(['hopper.avif', 'hopper.bmp', 'hopper.gif', 'hopper.heif', 'hopper.tif']);
    expect(refused.every((file) => verdicts[file] === 'UNSUPPORTED_IMAGE')).toBe(true);
  });

  it('do not make the process grow', async () => {
    const round = async () => {
      for (const file of photosIn('hostile')) await verdict(photo('hostile', file));
    };
    for (let warmUp = 0; warmUp < 5; warmUp++) await round();
    const before = process.memoryUsage().rss;
    for (let again = 0; again < 30; again++) await round();
    expect(process.memoryUsage().rss - before).toBeLessThan(60e6);
  });
});
