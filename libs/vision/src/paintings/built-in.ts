import { fileURLToPath } from 'node:url';

/** A picture of our own that portraits may be painted in the manner of. */
export interface BuiltInPainting {
  /** Stable; programs know it by this. */
  readonly key: string;
  /** In English. */
  readonly name: string;
  /** Path of a JPEG with `PAINTING_SIZE` pixels a side, which `tools/paintings` wrote. */
  readonly file: string;
}

export const PAINTING_SIZE = 512;

/** What is painted by the code beside this file, in the order in which it is shown. */
export const BUILT_IN_PAINTINGS: readonly BuiltInPainting[] = [
  painting('impasto', 'Windy night'),
  painting('ink-wash', 'Ink wash'),
  painting('stained-glass', 'Stained glass'),
  painting('woodcut-waves', 'Woodcut waves'),
  painting('mosaic', 'Mosaic'),
  painting('pointillism', 'Pointillism'),
  painting('halftone', 'Halftone'),
  painting('facets', 'Facets'),
];

/** The files lie beside `src` and `dist`, so that both find them by the same path. */
function painting(key: string, name: string): BuiltInPainting {
  return { key, name, file: fileURLToPath(new URL(`../../assets/paintings/${key}.jpg`, import.meta.url)) };
}
