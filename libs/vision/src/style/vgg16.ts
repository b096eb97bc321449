/** One convolution of VGG16, 3x3 with one pixel of zeros around, followed by a ReLU. */
export interface Vgg16Layer {
  /** Block and place in it, e.g. `3_1`. */
  readonly name: string;
  /** Its position among the `features` of torchvision's VGG16; its ReLU is the next. */
  readonly index: number;
  /** Channels that it takes and gives. */
  readonly channels: readonly [taken: number, given: number];
  /** Whether a 2x2 max pooling stands before it. */
  readonly pooled: boolean;
}

const BLOCKS = [
  { layers: 2, channels: 64 },
  { layers: 2, channels: 128 },
  { layers: 3, channels: 256 },
  { layers: 3, channels: 512 },
  { layers: 3, channels: 512 },
];

/**
 * The convolutions of VGG16 in their order: Simonyan and Zisserman, "Very deep convolutional networks for large-scale
 * image recognition" (arXiv:1409.1556), configuration D.
 */
export const VGG16_LAYERS: readonly Vgg16Layer[] = layers();

function layers(): Vgg16Layer[] {
  const all: Vgg16Layer[] = [];
  let index = 0;
  let taken = 3;
  for (const [block, { layers: count, channels }] of BLOCKS.entries()) {
    for (let place = 1; place <= count; place++) {
      const pooled = place === 1 && block > 0;
      if (pooled) index += 1;
      all.push({ name: `${block + 1}_${place}`, index, channels: [taken, channels], pooled });
      index += 2;
      taken = channels;
    }
  }
  return all;
}

/** A place where features are read: behind a convolution, or behind its ReLU. Keras' `block3_conv1` is `relu3_1`. */
export type Tap = `${'conv' | 'relu'}${number}_${number}`;

/**
 * The layer that a tap lies behind.
 *
 * @throws RangeError when VGG16 has no such layer
 */
export function layerOfTap(tap: Tap): Vgg16Layer {
  const layer = VGG16_LAYERS.find(({ name }) => tap === `conv${name}` || tap === `relu${name}`);
  if (!layer) throw new RangeError(`VGG16 has no ${tap}.`);
  return layer;
}

/** The layers that must run to read these taps, in order. */
export function layersUpTo(taps: readonly Tap[]): readonly Vgg16Layer[] {
  const deepest = Math.max(...taps.map((tap) => VGG16_LAYERS.indexOf(layerOfTap(tap))));
  return VGG16_LAYERS.slice(0, deepest + 1);
}

/** How often the picture has been halved where a tap lies; odd rows and columns fall away each time. */
export function halvingsBefore(tap: Tap): number {
  return layersUpTo([tap]).filter(({ pooled }) => pooled).length;
}
