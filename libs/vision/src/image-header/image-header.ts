/** What the first bytes of an image say about it, before anything is decoded. */
export interface ImageHeader {
  readonly format: 'jpeg' | 'png' | 'webp';
  /** Pixels as stored, before EXIF orientation. */
  readonly width: number;
  readonly height: number;
  readonly animated: boolean;
  /** Passes over the pixels that decoding takes: the scans of a progressive JPEG, else 1. */
  readonly passes: number;
}
