import { resizeImage } from '../raster.js';
import type { RgbImage } from '../rgb-image.js';
import type { SessionOptions } from '../session.js';
import { allTaps } from './feature-graph.js';
import { inColoursOf, withoutColours } from './luminance.js';
import { minimize, type OptimizerChoice } from './optimizer/minimize.js';
import type { PaintedPicture, PaintingProgress } from './painting-progress.js';
import { paintingStages } from './painting-sizes.js';
import { checkPictures, prepareStage, type PaintingPictures, type PreparedStage } from './painting-stage.js';
import { toPlanar, toRgb, type PlanarImage } from './planar-image.js';
import { uniform } from './random.js';
import { FeatureReader, StyleLoss, type StyleEvaluation } from './style-loss.js';
import { planPainting, type PaintingPlan, type StyleOptions } from './style-options.js';
import { layersUpTo } from './vgg16.js';
import type { Vgg16Weights } from './vgg16-weights.js';

/**
 * A step without a line search can go so far astray that what L-BFGS remembers of it allows no further one: then it goes
 * on from the best picture without a memory and with a line search, at most this often.
 */
const FRESH_STARTS = 3;
/** Beginning afresh is over where it brings the loss not even below this share of what it was. */
const WORTHWHILE = 0.999;

const careful = (optimizer: OptimizerChoice): OptimizerChoice =>
  optimizer.kind === 'lbfgs' ? { ...optimizer, lineSearch: 'strong-wolfe' } : optimizer;

/**
 * Paints one picture in the manner of others. Blocks the thread while the network runs, for about a second at a time:
 * `Stylizer` paints in a thread of its own.
 */
export class Painting {
  private evaluation = 0;
  private best: { image: PlanarImage; loss: number } | null = null;

  private constructor(
    private readonly plan: PaintingPlan,
    private readonly stages: readonly PreparedStage[],
    private readonly loss: StyleLoss,
    private readonly start: RgbImage | null,
    private readonly isCancelled: () => boolean,
  ) {}

  /**
   * Reads the targets and opens the loss.
   *
   * @param isCancelled is asked between the runs of the network
   * @throws {StyleError} when the weights lack layers of the recipe, an option is out of its range or a picture too
   *   small
   */
  static async begin(
    weights: Vgg16Weights,
    pictures: PaintingPictures,
    options: StyleOptions,
    session: SessionOptions = {},
    isCancelled: () => boolean = () => false,
  ): Promise<Painting> {
    const plan = planPainting(options);
    checkPictures(pictures, plan);
    weights.require(layersUpTo(allTaps(plan.recipe)), `The recipe "${options.recipe ?? 'portrait'}"`);
    const reader = await FeatureReader.open(weights, plan.recipe, session);
    const stages: PreparedStage[] = [];
    try {
      for (const stage of paintingStages(plan.size, plan.evaluations, plan.coarseToFine)) {
        if (stages.length > 0 && isCancelled()) break;
        stages.push(await prepareStage(stage, pictures, plan, reader));
      }
    } finally {
      await reader.close();
    }
    const terms = { masked: plan.protectFace > 0, smoothed: plan.smoothing > 0 };
    const loss = await StyleLoss.open(weights, { ...plan.recipe, ...terms }, session);
    return new Painting(plan, stages, loss, pictures.start ?? null, isCancelled);
  }

  /** Paints; tells of every evaluation. Ends where it is cancelled, with the best picture so far. */
  async *paint(): AsyncGenerator<PaintingProgress, PaintedPicture, void> {
    let ended: PaintedPicture['ended'] = 'cancelled';
    for (const stage of this.stages) {
      if (this.isCancelled()) break;
      const start = await this.startOf(stage);
      this.best = null;
      ended = yield* this.paintStage(stage, start);
    }
    const image = await this.result();
    return { image, loss: this.best?.loss ?? null, evaluations: this.evaluation, ended };
  }

  /** Loss and gradient of the picture that painting begins with; nothing is painted. For measurements. */
  async atStart(): Promise<StyleEvaluation> {
    const [stage] = this.stages as [PreparedStage];
    this.loss.aimAt(stage.targets);
    return this.loss.evaluate(await this.startOf(stage));
  }

  /** Closes the network. */
  close(): Promise<void> {
    return this.loss.close();
  }

  /** A copy of the content with the recipe's noise, or what came out at the size or of the painting before. */
  private async startOf({ content }: PreparedStage): Promise<PlanarImage> {
    const before = this.best ? toRgb(this.best.image) : this.start;
    if (before) {
      const image = toPlanar(await resizeImage(before, content.width, content.height));
      return this.plan.keepColours ? withoutColours(image) : image;
    }
    const { noise } = this.plan.recipe;
    const random = uniform(this.plan.seed);
    return { ...content, data: content.data.map((level) => level + noise * (2 * random() - 1)) };
  }

  private async *paintStage(
    stage: PreparedStage,
    image: PlanarImage,
  ): AsyncGenerator<PaintingProgress, PaintedPicture['ended'], void> {
    this.loss.aimAt(stage.targets);
    const evaluate = (data: Float32Array) => this.loss.evaluate({ ...image, data });
    let left = stage.evaluations;
    for (let starts = 0; starts <= FRESH_STARTS; starts++) {
      const bestBefore = this.best?.loss ?? Infinity;
      const optimizer = starts === 0 ? this.plan.recipe.optimizer : careful(this.plan.recipe.optimizer);
      for await (const evaluation of minimize(image.data, evaluate, optimizer)) {
        this.keepBest(image, evaluation.loss);
        left -= 1;
        this.evaluation += 1;
        yield this.tell(stage, image, evaluation as StyleEvaluation, left === 0);
        if (this.isCancelled()) return 'cancelled';
        if (left === 0) return 'finished';
      }
      const best = this.best?.loss ?? Infinity;
      if (best > WORTHWHILE * bestBefore) return 'converged';
      if (this.best) image.data.set(this.best.image.data);
    }
    return 'converged';
  }

  private keepBest(image: PlanarImage, loss: number): void {
    if (this.best && !(loss < this.best.loss)) return;
    this.best ??= { image: { ...image, data: new Float32Array(image.data.length) }, loss };
    this.best.image.data.set(image.data);
    this.best.loss = loss;
  }

  private tell(
    stage: PreparedStage,
    image: PlanarImage,
    { loss, terms }: StyleEvaluation,
    last: boolean,
  ): PaintingProgress {
    const { recipe, smoothing, evaluations, snapshotEvery } = this.plan;
    const [content, ...others] = terms as [number, ...number[]];
    return {
      evaluation: this.evaluation,
      evaluations,
      loss,
      terms: {
        content,
        style: others.slice(0, recipe.style.length),
        roughness: smoothing > 0 ? (others.at(-1) as number) : 0,
      },
      width: image.width,
      height: image.height,
      snapshot: last || this.evaluation % snapshotEvery === 0 ? this.shown(stage.original, image) : null,
    };
  }

  private async result(): Promise<RgbImage> {
    const { original } = this.stages.at(-1) as PreparedStage;
    if (!this.best) return toRgb(original);
    const { image } = this.best;
    if (image.width === original.width) return this.shown(original, image);
    return this.shown(original, toPlanar(await resizeImage(toRgb(image), original.width, original.height)));
  }

  private shown(original: PlanarImage, image: PlanarImage): RgbImage {
    return toRgb(this.plan.keepColours ? inColoursOf(original, image) : image);
  }
}
