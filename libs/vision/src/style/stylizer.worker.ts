// Runs in a worker thread: paints one picture, tells how it goes, and ends.
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { toPlainError } from '../pool/plain-error.js';
import { decodeImage } from '../raster.js';
import type { RgbImage } from '../rgb-image.js';
import type { PaintingMessage, PaintingSetup } from './painting-messages.js';
import type { PaintedPicture, PaintingProgress, Picture } from './painting-progress.js';
import type { PaintingPictures } from './painting-stage.js';
import { Painting } from './painting.js';
import { planPainting, SPARING_FROM } from './style-options.js';
import { Vgg16Weights } from './vgg16-weights.js';

async function paint(
  { network, threads, request, cancelled }: PaintingSetup,
  tell: (progress: PaintingProgress) => void,
): Promise<PaintedPicture> {
  const flag = new Int32Array(cancelled);
  const weights = Vgg16Weights.read(await readFile(network.path), network.pixels);
  const pictures: PaintingPictures = {
    content: await decoded(request.content),
    styles: await Promise.all(
      request.styles.map(async (style) => ({ ...style, image: await decoded(style.image) })),
    ),
    landmarks: request.landmarks ?? null,
    start: request.start ? await decoded(request.start) : null,
  };
  const isCancelled = () => Atomics.load(flag, 0) !== 0;
  const options = request.options ?? {};
  const session = { threads, arena: planPainting(options).size <= SPARING_FROM };
  const painting = await Painting.begin(weights, pictures, options, session, isCancelled);
  try {
    const steps = painting.paint();
    let step = await steps.next();
    for (; !step.done; step = await steps.next()) tell(step.value);
    return step.value;
  } finally {
    await painting.close();
  }
}

const decoded = async (picture: Picture): Promise<RgbImage> =>
  picture instanceof Uint8Array ? decodeImage(picture) : picture;

if (!parentPort) throw new Error('stylizer.worker runs in a worker thread only; open a Stylizer.');
const port = parentPort;
const say = (message: PaintingMessage) => port.postMessage(message);
paint(workerData as PaintingSetup, (progress) => say({ kind: 'progress', progress })).then(
  (picture) => say({ kind: 'painted', picture }),
  (error: unknown) => say({ kind: 'failure', failure: toPlainError(error) }),
);
