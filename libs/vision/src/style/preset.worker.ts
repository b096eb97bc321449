// Runs in a worker thread: paints one picture by one network, and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { toPlainError } from '../pool/plain-error.js';
import { resizeImage } from '../raster.js';
import type { RgbImage } from '../rgb-image.js';
import { openSession } from '../session.js';
import { inColoursOf } from './luminance.js';
import { toPlanar, toRgb, type PlanarImage } from './planar-image.js';
import type { PresetAnswer, PresetSetup } from './presets.js';

/** Sides that the network halves twice and doubles twice. */
const MULTIPLE = 4;

async function paint({ path, image, share, keepColours, threads }: PresetSetup): Promise<RgbImage> {
  const [width, height] = [image.width, image.height].map((side) => Math.ceil(side / MULTIPLE) * MULTIPLE);
  const content = toPlanar(await resizeImage(image, width!, height!));
  const session = await openSession(path, { threads });
  try {
    const dims = [1, 3, height!, width!];
    const feeds = { image: { dims, data: content.data.map((level) => level * 255) } };
    const { painted } = await session.run(feeds);
    const fresh: PlanarImage = {
      ...content,
      data: (painted!.data as Float32Array).map((level) => level / 255),
    };
    const coloured = keepColours ? inColoursOf(content, fresh) : fresh;
    const data = coloured.data.map((level, i) => content.data[i]! + share * (level - content.data[i]!));
    return await resizeImage(toRgb({ ...content, data }), image.width, image.height);
  } finally {
    await session.close();
  }
}

if (!parentPort) throw new Error('preset.worker runs in a worker thread only; call paintPreset.');
const port = parentPort;
const say = (answer: PresetAnswer) => port.postMessage(answer);
paint(workerData as PresetSetup).then(
  (image) => say({ image }),
  (error: unknown) => say({ failure: toPlainError(error) }),
);
