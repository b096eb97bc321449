import { decodeImage, ImageRejected, rewriteAsPng, sampled } from '@rollcall/vision';
import { DomainError } from '../../platform/domain-error.js';
import { refusalOfImage } from '../../vision/image-refusal.js';
import { isOneColour } from '../one-colour.js';

/** A logo is printed at most 20 mm high: 600 dpi and more. */
const LONGEST_SIDE = 600;
/** Fewer pixels are a blur on paper. */
const SHORTEST_SIDE = 64;
/** Longer ones would be a thin line beside the company's name. */
const MOST_ELONGATED = 8;

const SAMPLES = 64;
/** Colours that take less of a logo say little of whether it is seen. */
const MAIN_SHARE = 0.08;
const MOST_COLOURS = 6;
const OPAQUE = 128;

/**
 * A logo as it is kept: a PNG, see-through where it was.
 *
 * @throws DomainError where it is no picture, or one that cannot be printed well
 */
export async function keptLogo(image: Uint8Array): Promise<Uint8Array> {
  try {
    const { width, height } = await decodeImage(image);
    const [longer, shorter] = [Math.max(width, height), Math.min(width, height)];
    if (longer < SHORTEST_SIDE) throw tooSmall(width, height);
    if (longer > MOST_ELONGATED * shorter) throw tooElongated(width, height);
    const kept = await rewriteAsPng(image, LONGEST_SIDE);
    if (isOneColour(seen(await sampled(kept, LONGEST_SIDE)), 4)) throw blank();
    return kept;
  } catch (error) {
    throw error instanceof ImageRejected ? refusalOfImage(error) : error;
  }
}

/** What is see-through has no colour: white lettering on nothing is not one colour all over. */
const seen = (pixels: Uint8Array) =>
  pixels.map((level, at) => (at % 4 === 3 ? level : Math.round((level * pixels[at | 3]!) / 255)));

/** What a logo is mostly painted in, the most frequent first; what is see-through does not count. */
export async function coloursOf(logo: Uint8Array): Promise<string[]> {
  const pixels = await sampled(logo, SAMPLES);
  const shades = new Map<number, Map<number, number>>();
  let opaque = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    if (pixels[at + 3]! < OPAQUE) continue;
    opaque++;
    const colour = (pixels[at]! << 16) | (pixels[at + 1]! << 8) | pixels[at + 2]!;
    // Shades that the eye takes for one: eight levels of each channel.
    const shade = colour & 0xe0e0e0;
    const colours = shades.get(shade) ?? new Map<number, number>();
    shades.set(shade, colours.set(colour, (colours.get(colour) ?? 0) + 1));
  }
  const frequent = [...shades.values()]
    .map((colours) => ({ colours, count: [...colours.values()].reduce((sum, count) => sum + count, 0) }))
    .sort((one, other) => other.count - one.count)
    .slice(0, MOST_COLOURS);
  return frequent
    .filter(({ count }, i) => i === 0 || count >= MAIN_SHARE * opaque)
    .map(({ colours }) => mostFrequent(colours));
}

/** The very colour that most pixels of a shade have. */
function mostFrequent(colours: ReadonlyMap<number, number>): string {
  const [[colour]] = [...colours].sort(([, one], [, other]) => other - one) as [[number, number]];
  return `#${colour.toString(16).padStart(6, '0')}`;
}

const blank = () =>
  new DomainError(
    'rule',
    'LOGO_BLANK',
    'The logo shows nothing: it is of one colour, or transparent. Send another one.',
  );

const tooSmall = (width: number, height: number) =>
  new DomainError(
    'rule',
    'LOGO_TOO_SMALL',
    `The logo has ${width} x ${height} pixels. Send one with at least ${SHORTEST_SIDE} on its longer side.`,
  );

const tooElongated = (width: number, height: number) =>
  new DomainError(
    'rule',
    'LOGO_TOO_ELONGATED',
    `The logo has ${width} x ${height} pixels. Crop it: one side may be at most ${MOST_ELONGATED} times as long as the other.`,
  );
