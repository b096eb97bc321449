/** Levels of 0 to 255 that nobody tells apart. */
const FAINT = 4;

/** Whether all pixels are as the first one, as those are of a picture that shows nothing. */
export const isOneColour = (levels: Uint8Array, channels: number) =>
  levels.every((level, at) => Math.abs(level - levels[at % channels]!) <= FAINT);
