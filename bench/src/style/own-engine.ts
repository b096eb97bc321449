import { readFile } from 'node:fs/promises';
import {
  FeatureReader,
  loadStyleNetwork,
  Painting,
  RECIPES,
  toPlanar,
  Vgg16Weights,
  type StyleNetwork,
  type Tap,
} from '@rollcall/vision';
import type { BenchPictures } from './pictures.js';

/** Losses of some evaluations one after the other, and how long they took with what the optimiser did between them. */
export interface Stretch {
  readonly losses: readonly number[];
  readonly seconds: number;
}

export const RECIPE = 'gatys-torch';

/** Rollcall's style transfer, in this thread. */
export class OwnEngine {
  private constructor(
    readonly network: StyleNetwork,
    private readonly weights: Vgg16Weights,
    readonly threads: number,
  ) {}

  static async open(folder: string, threads: number): Promise<OwnEngine> {
    const network = await loadStyleNetwork(folder);
    const weights = Vgg16Weights.read(await readFile(network.path), network.pixels);
    return new OwnEngine(network, weights, threads);
  }

  /** Loss and gradient at the content picture. */
  async atStart(pictures: BenchPictures): Promise<{ loss: number; gradient: Float32Array }> {
    const painting = await this.begin(pictures, 1);
    return painting.atStart().finally(() => painting.close());
  }

  /** Paints from the content picture on, pausing after every so many evaluations. */
  async *paint(pictures: BenchPictures, evaluations: number, every: number): AsyncGenerator<Stretch, void> {
    const painting = await this.begin(pictures, evaluations);
    let losses: number[] = [];
    try {
      let started = performance.now();
      for await (const { loss, evaluation } of painting.paint()) {
        losses.push(loss);
        if (evaluation % every !== 0 && evaluation !== evaluations) continue;
        yield { losses, seconds: (performance.now() - started) / 1000 };
        losses = [];
        started = performance.now();
      }
      if (losses.length > 0) yield { losses, seconds: (performance.now() - started) / 1000 };
    } finally {
      await painting.close();
    }
  }

  /** What stands behind a convolution before its ReLU, channel by channel. */
  async features({ content }: BenchPictures, tap: Tap): Promise<Float32Array> {
    const reader = await FeatureReader.open(
      this.weights,
      { content: tap, style: [] },
      { threads: this.threads },
    );
    const features = await reader.read(toPlanar(content)).finally(() => reader.close());
    return features.content.data;
  }

  private begin({ content, style }: BenchPictures, evaluations: number): Promise<Painting> {
    return Painting.begin(
      this.weights,
      { content, styles: [{ image: style }], landmarks: null },
      {
        recipe: RECIPE,
        size: Math.max(content.width, content.height),
        evaluations,
        snapshotEvery: RECIPES[RECIPE].evaluations,
      },
      { threads: this.threads },
    );
  }
}
