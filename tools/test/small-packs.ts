import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { ZipFile } from 'yazl';
import type { CataloguedFile, CataloguedPack, Download } from '../src/models/catalogue/catalogued-pack.js';
import { smallArcface, smallAttributes, smallMinifasnet, smallScrfd } from './small-networks.js';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Files of a pack as InsightFace's `buffalo_l` has them. */
export const buffalo = {
  'det_10g.onnx': smallScrfd(),
  'w600k_r50.onnx': smallArcface(512),
  '1k3d68.onnx': smallAttributes(192, 3309),
  '2d106det.onnx': smallAttributes(192, 212),
  'genderage.onnx': smallAttributes(96, 3),
};

export const minifasnet = {
  'MiniFASNetV2.onnx': smallMinifasnet([0, 2, 0]),
  'MiniFASNetV1SE.onnx': smallMinifasnet([0, 4, 0]),
};

export type Files = Readonly<Record<string, Uint8Array>>;

/** A zip of files by their paths in it; as large as they are, since true weights hardly shrink. */
export function zipped(files: Files, folder = ''): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [path, bytes] of Object.entries(files))
    zip.addBuffer(Buffer.from(bytes), folder + path, { compress: false });
  zip.end();
  return buffer(zip.outputStream);
}

/** The catalogue's pack, with the sums and sizes of small networks; `downloads` by their files. */
export function small(pack: CataloguedPack, files: Files, downloads: Files): CataloguedPack {
  const filed = ({ file, ...rest }: CataloguedFile): CataloguedFile => ({
    ...rest,
    file,
    sha256: rest.sha256 && sha256(files[file]!),
  });
  const download = (one: Download): Download => ({
    ...one,
    sha256: sha256(downloads[one.file]!),
    bytes: downloads[one.file]!.length,
  });
  return { ...pack, files: pack.files.map(filed), downloads: pack.downloads.map(download) };
}

/** A dark picture with white cells, each of which the small detector takes for a face. */
export function picture(cells: readonly (readonly [x: number, y: number])[]): Promise<Buffer> {
  const white = { create: { width: 32, height: 32, channels: 3 as const, background: '#fff' } };
  return sharp({ create: { width: 640, height: 640, channels: 3, background: '#000' } })
    .composite(cells.map(([x, y]) => ({ input: white, left: x * 32, top: y * 32 })))
    .png()
    .toBuffer();
}
