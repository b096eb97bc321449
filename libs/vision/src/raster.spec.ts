import sharp from 'sharp';
import { ImageRejected } from './image-rejected.js';
import { decodeImage } from './raster.js';

/** Left half red, right half blue. */
const twoHalves = (width = 16, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#0000ff' } }, gravity: 'east' },
  ]);
const grey = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } });

async function rejection(
  bytes: Uint8Array,
  limits?: Parameters<typeof decodeImage>[1],
): Promise<ImageRejected> {
  const error: unknown = await decodeImage(bytes, limits).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(ImageRejected);
  return error as ImageRejected;
}

/** A PNG chunk with a checksum of zero: enough for what is judged before decoding. */
function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** Puts a chunk behind the IHDR of a PNG. */
const withChunk = (png: Buffer, extra: Buffer) =>
  Buffer.concat([png.subarray(0, 33), extra, png.subarray(33)]);

describe('decodeImage', () => {
  it.each(['jpeg', 'png', 'webp'] as const)('reads %s into RGB rows', async (format) => {
    const bytes = await twoHalves().toFormat(format, { quality: 100 }).toBuffer();
    const { width, height, data } = await decodeImage(bytes);
    expect([width, height, data.length]).toEqual([16, 8, 16 * 8 * 3]);
    expect(data[0]).toBeGreaterThan(200);
    expect(data[2]).toBeLessThan(40);
    expect(data[15 * 3]).toBeLessThan(40);
    expect(data[15 * 3 + 2]).toBeGreaterThan(200);
  });

  it('takes lossless WebP and WebP with alpha', async () => {
    const lossless = await twoHalves().webp({ lossless: true }).toBuffer();
    expect(await decodeImage(lossless)).toMatchObject({ width: 16, height: 8 });
    const clear = await sharp({ create: { width: 9, height: 5, channels: 4, background: '#0000' } })
      .webp()
      .toBuffer();
    expect((await decodeImage(clear)).data.every((value) => value > 250)).toBe(true);
  });

  it('turns the image upright by its EXIF orientation', async () => {
    const bytes = await twoHalves().png().toBuffer();
    const turned = await sharp(bytes).withMetadata({ orientation: 6 }).png().toBuffer();
    const { width, height, data } = await decodeImage(turned);
    expect([width, height]).toEqual([8, 16]);
    expect([...data.subarray(0, 3)]).toEqual([255, 0, 0]); // what was left is above
    expect([...data.subarray(15 * 8 * 3, 15 * 8 * 3 + 3)]).toEqual([0, 0, 255]);
  });

  it('flattens alpha on white', async () => {
    const bytes = await sharp({ create: { width: 4, height: 4, channels: 4, background: '#00000000' } })
      .png()
      .toBuffer();
    expect((await decodeImage(bytes)).data).toEqual(new Uint8Array(48).fill(255));
  });

  it('brings 16-bit, grey and CMYK to 8-bit sRGB', async () => {
    const wide = await grey(4, 4).toColourspace('rgb16').png().toBuffer();
    const single = await grey(4, 4).toColourspace('b-w').png().toBuffer();
    for (const bytes of [wide, single]) {
      expect((await decodeImage(bytes)).data).toEqual(new Uint8Array(48).fill(128));
    }
    const cmyk = await grey(8, 8).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
    const { data } = await decodeImage(cmyk);
    expect(data).toHaveLength(192);
    expect(Math.abs((data[0] as number) - 128)).toBeLessThan(20); // the profile's gamut, there and back
  });

  it('takes a JPEG with bytes behind its end, and one padded before it as cameras do', async () => {
    const jpeg = await grey(40, 40).jpeg().toBuffer();
    expect(await decodeImage(Buffer.concat([jpeg, Buffer.from('PK trailing')]))).toMatchObject({ width: 40 });
    const padded = Buffer.concat([jpeg.subarray(0, -2), Buffer.from([1, 2, 3]), jpeg.subarray(-2)]);
    expect(await decodeImage(padded)).toMatchObject({ width: 40 });
  });

  it('does not read the text of a PNG: a chunk that cannot be read does no harm', async () => {
    const bomb = chunk('zTXt', Buffer.from('key\0\0not a deflate stream'));
    expect(await decodeImage(withChunk(await grey(4, 4).png().toBuffer(), bomb))).toMatchObject({ width: 4 });
  });
});

describe('decodeImage refuses', () => {
  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['a PDF', '%PDF-1.7 ...'],
    ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00'],
    ['three bytes of a JPEG', '\xff\xd8\xff'],
    ['a PNG signature alone', '\x89PNG\r\n\x1a\n'],
    ['a WebP container without pixels', 'RIFF\x10\0\0\0WEBPVP8 '],
  ])('%s', async (_, text) => {
    const { code, message } = await rejection(Buffer.from(text, 'latin1'));
    expect(code).toBe('UNSUPPORTED_IMAGE');
    expect(message).toContain('JPEG, PNG or WebP');
  });

  it.each(['jpeg', 'png', 'webp'] as const)('a %s that is cut off', async (format) => {
    const bytes = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', sigma: 30 },
      },
    })
      .toFormat(format)
      .toBuffer();
    expect(await rejection(bytes.subarray(0, bytes.length / 2))).toMatchObject({ code: 'UNSUPPORTED_IMAGE' });
  });

  it('a JPEG whose pixels are damaged although it decodes', async () => {
    const bytes = await sharp({
      create: {
        width: 200,
        height: 200,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', sigma: 30 },
      },
    })
      .jpeg()
      .toBuffer();
    bytes.fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 40);
    expect(await rejection(bytes)).toMatchObject({ code: 'UNSUPPORTED_IMAGE' });
  });

  it('animations, WebP and APNG', async () => {
    const frames = await Promise.all([grey(8, 8).png().toBuffer(), twoHalves(8, 8).png().toBuffer()]);
    const webp = await sharp(frames, { join: { animated: true } })
      .webp()
      .toBuffer();
    const apng = withChunk(await grey(8, 8).png().toBuffer(), chunk('acTL', Buffer.alloc(8)));
    for (const bytes of [webp, apng]) {
      expect((await rejection(bytes)).message).toContain('animated');
    }
  });

  it('too many bytes', async () => {
    const bytes = await grey(8, 8).png().toBuffer();
    const { code } = await rejection(bytes, { maxBytes: bytes.length - 1, maxPixels: 100 });
    expect(code).toBe('IMAGE_TOO_LARGE');
    expect(await decodeImage(bytes, { maxBytes: bytes.length, maxPixels: 64 })).toMatchObject({ width: 8 });
  });

  it('too many pixels, judged from the header alone', async () => {
    const bytes = await grey(8, 8).png().toBuffer();
    bytes.writeUInt32BE(20_000, 16);
    bytes.writeUInt32BE(20_000, 20);
    expect(await rejection(bytes)).toMatchObject({ code: 'IMAGE_TOO_LARGE' });
  });

  it('an image without a size', async () => {
    const bytes = await grey(8, 8).png().toBuffer();
    bytes.writeUInt32BE(0, 16);
    expect(await rejection(bytes)).toMatchObject({ code: 'UNSUPPORTED_IMAGE' });
  });

  it('a progressive JPEG with scans without end', async () => {
    const jpeg = await grey(64, 64).jpeg({ progressive: true }).toBuffer();
    const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
    const more = Array.from({ length: 100 }, () => jpeg.subarray(scan, scan + 12));
    const bytes = Buffer.concat([jpeg.subarray(0, -2), ...more, jpeg.subarray(-2)]);
    expect(await rejection(bytes)).toMatchObject({
      code: 'UNSUPPORTED_IMAGE',
      message: expect.stringContaining('scans'),
    });
  });
});
