import { resizeImage, type RgbImage } from '@rollcall/vision';

/** Sides in pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The middle of an image in exactly this size: scaled until it covers it, and cut. */
export async function covering(image: RgbImage, { width, height }: Size): Promise<RgbImage> {
  const scale = Math.max(width / image.width, height / image.height);
  const scaled = await resizeImage(
    image,
    Math.max(width, Math.round(image.width * scale)),
    Math.max(height, Math.round(image.height * scale)),
  );
  const left = Math.trunc((scaled.width - width) / 2);
  const top = Math.trunc((scaled.height - height) / 2);
  const cut = canvas(width, height);
  copyRows(scaled, { left, top }, cut, { left: 0, top: 0 }, { width, height });
  return cut;
}

/** Images of one size in rows, on white with a gap around each. */
export function tiled(rows: readonly (readonly RgbImage[])[], side: number, gap: number): RgbImage {
  const pitch = side + gap;
  const sheet = canvas(
    gap + pitch * Math.max(...rows.map(({ length }) => length)),
    gap + pitch * rows.length,
  );
  for (const [row, cells] of rows.entries()) {
    for (const [column, cell] of cells.entries()) {
      const place = { left: gap + column * pitch, top: gap + row * pitch };
      copyRows(cell, { left: 0, top: 0 }, sheet, place, { width: side, height: side });
    }
  }
  return sheet;
}

interface Place {
  readonly left: number;
  readonly top: number;
}

const CHANNELS = 3;

const canvas = (width: number, height: number): RgbImage => ({
  width,
  height,
  data: new Uint8Array(width * height * CHANNELS).fill(255),
});

function copyRows(from: RgbImage, at: Place, to: RgbImage, place: Place, { width, height }: Size): void {
  for (let row = 0; row < height; row++) {
    const source = ((at.top + row) * from.width + at.left) * CHANNELS;
    const target = ((place.top + row) * to.width + place.left) * CHANNELS;
    to.data.set(from.data.subarray(source, source + width * CHANNELS), target);
  }
}
