import { decodeImage, encodeJpeg } from '@rollcall/vision';

const QUALITY = 93;

/** A portrait as it goes onto cards: as a JPEG a hundred of them fit into one document. */
export const printed = async (portrait: Uint8Array) => encodeJpeg(await decodeImage(portrait), QUALITY);
