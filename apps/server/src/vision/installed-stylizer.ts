import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import {
  cutPortrait,
  encodePng,
  loadPresets,
  PackError,
  paintPreset,
  StyleError,
  Stylizer as Studio,
  type PaintingProgress,
  type PresetNetwork,
} from '@rollcall/vision';
import type { PortraitRecipe } from '@rollcall/contracts';
import type { Config } from '../platform/config/config.js';
import { DomainError } from '../platform/domain-error.js';
import {
  Stylizer,
  type Commission,
  type Painted,
  type PresetLook,
  type Sitting,
  type StylePreset,
  type Watch,
} from './stylizer.js';

/** The weights' folder among the packs. */
const WEIGHTS = 'vgg16';
/** How much of a face that is to be protected keeps its own paint. */
const PROTECTION = 0.6;
/** From this size on the large shapes are painted small first. */
const COARSE_FROM = 512;
/** Beyond these a network of this size gains nothing. */
const MOST_THREADS = 4;
const PRESET_PICTURE = 512;

/** What is installed to paint with. */
export class InstalledStylizer extends Stylizer {
  readonly presets: readonly StylePreset[];

  private constructor(
    private readonly studio: Studio | null,
    private readonly networks: readonly PresetNetwork[],
    private readonly threads: number,
  ) {
    super();
    this.presets = networks.map(({ name, title, picture }) => ({
      key: name,
      name: title,
      file: picture,
      width: PRESET_PICTURE,
      height: PRESET_PICTURE,
    }));
  }

  /** Without usable weights the server starts all the same, and says what is wrong with them. */
  static async open({ modelsDir, dataDir, inference }: Config): Promise<InstalledStylizer> {
    const threads = inference.threads ?? Math.min(MOST_THREADS, availableParallelism());
    const folder = join(modelsDir ?? join(dataDir, 'models'), WEIGHTS);
    const studio = existsSync(folder) ? await usable(() => Studio.open(folder, { threads })) : null;
    return new InstalledStylizer(studio, (await usable(() => loadPresets())) ?? [], threads);
  }

  get recipes(): readonly PortraitRecipe[] {
    return this.studio?.recipes ?? [];
  }

  async paint(commission: Commission, watch: Watch): Promise<Painted> {
    if (!this.studio) throw missing();
    const { photo, face, size, styles, from, steps } = commission;
    const { image, face: moved } = await cutPortrait(photo, face, size);
    const done = from?.step ?? 0;
    const told = new Told(watch, done);
    const painted = await this.studio
      .paint(
        {
          content: image,
          styles: styles.map(({ picture, weight }) => ({ image: picture, share: weight })),
          landmarks: moved.landmarks,
          ...(from && { start: from.picture }),
          options: optionsOf(commission, Math.max(1, steps - done)),
        },
        { signal: told.signal, onProgress: (progress) => told.note(progress) },
      )
      .catch((error: unknown) => {
        throw error instanceof StyleError ? refusalOf(error) : error;
      });
    await told.everything();
    return { picture: await encodePng(painted.image), step: done + painted.evaluations };
  }

  async applyPreset(key: string, { photo, face, size }: Sitting, look: PresetLook): Promise<Uint8Array> {
    const network = this.networks.find(({ name }) => name === key);
    if (!network) throw missing();
    const { image } = await cutPortrait(photo, face, size);
    const options = {
      share: look.strength,
      keepColours: look.preserveColor,
      threads: this.threads,
    };
    return encodePng(await paintPreset(network, image, options));
  }

  async close(): Promise<void> {
    await this.studio?.close();
  }
}

/** Null, and a word in the log, where what lies there cannot be used. */
async function usable<T>(open: () => Promise<T>): Promise<T | null> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    new Logger(InstalledStylizer.name).warn(`Portraits: ${error.message}`);
    return null;
  }
}

function optionsOf(commission: Commission, evaluations: number) {
  const { size, recipe, contentWeight, styleWeight, optimizer, strength, brush, smoothing, seed } =
    commission;
  return {
    size,
    recipe,
    evaluations,
    // The caller decides which of them are kept; taking one costs a hundredth of what painting it took.
    snapshotEvery: 1,
    ...(contentWeight !== undefined && { contentWeight }),
    ...(styleWeight !== undefined && { styleWeight }),
    ...(optimizer !== undefined && { optimizer }),
    strength,
    keepColours: commission.preserveColor,
    protectFace: commission.protectFace ? PROTECTION : 0,
    smoothing,
    coarseToFine: size >= COARSE_FROM && commission.from === null,
    brush,
    seed,
  };
}

/** Passes on what the studio tells, one step after another; whoever fails to take one ends the painting. */
class Told {
  readonly signal: AbortSignal;
  private readonly broken = new AbortController();
  private telling: Promise<void> = Promise.resolve();

  constructor(
    private readonly watch: Watch,
    private readonly done: number,
  ) {
    this.signal = AbortSignal.any([watch.signal, this.broken.signal]);
  }

  note({ evaluation, loss, snapshot }: PaintingProgress): void {
    if (!snapshot) return;
    const step = { step: this.done + evaluation, loss, size: snapshot.width };
    this.telling = this.telling.then(() =>
      this.watch.onStep({ ...step, picture: () => encodePng(snapshot) }),
    );
    this.telling.catch((error: unknown) => this.broken.abort(error));
  }

  /** @throws what a watcher threw, or the reason of the one who gave up */
  async everything(): Promise<void> {
    await this.telling;
    this.watch.signal.throwIfAborted();
  }
}

const missing = () =>
  new DomainError('conflict', 'STYLE_WEIGHTS_MISSING', 'No weights to paint with are installed.');

/** What another attempt would meet again is final. */
function refusalOf(error: StyleError): Error {
  const passing = error.code === 'STYLE_CRASHED' || error.code === 'STYLE_CLOSED';
  return passing ? error : new DomainError('rule', error.code, error.message);
}
