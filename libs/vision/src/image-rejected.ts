/** Why an image was not taken: it is none that we read, its pixels are damaged or cut off, or it is larger than allowed. */
export type ImageRejection = 'UNSUPPORTED_IMAGE' | 'IMAGE_TOO_LARGE';

/** An image that cannot be read. The message is one sentence for the person who sent it and says what to do. */
export class ImageRejected extends Error {
  override readonly name = 'ImageRejected';

  constructor(
    readonly code: ImageRejection,
    message: string,
  ) {
    super(message);
  }
}
