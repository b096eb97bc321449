import '../no-telemetry.js';
import { availableParallelism } from 'node:os';
import { fromPlainError } from '../pool/plain-error.js';
import type { PaintingMessage, PaintingSetup } from './painting-messages.js';
import type { PaintedPicture, PaintingProgress, PaintingRequest } from './painting-progress.js';
import { paintableRecipes } from './paintable-recipes.js';
import type { RecipeName } from './recipe.js';
import { StyleError } from './style-error.js';
import { loadStyleNetwork, type StyleNetwork } from './style-network.js';
import { inStudioThread } from './studio-thread.js';
import { planPainting } from './style-options.js';

/** The worker's compiled file beside this one's. */
const WORKER = new URL('./stylizer.worker.js', import.meta.url);

/** How many cores a painting takes. */
export interface StylizerOptions {
  /** Threads of one network run; as many as there are cores, at most 4, when left out. */
  readonly threads?: number;
}

/** How a painting is watched and ended. */
export interface PaintingWatch {
  /** Is called for every evaluation. */
  readonly onProgress?: (progress: PaintingProgress) => void;
  /** Aborting ends the painting after the evaluation that runs, with the best picture so far. */
  readonly signal?: AbortSignal;
}

/**
 * Paints pictures in the manner of others by neural style transfer (Gatys, Ecker and Bethge, CVPR 2016), each in a
 * thread of its own that ends with it and gives its memory back. Paintings that run at once share the cores; how many
 * that are is the caller's affair.
 *
 * ```ts
 * const stylizer = await Stylizer.open(join(modelsDir, 'vgg16'));
 * const { image } = await stylizer.paint({ content: photo, styles: [{ image: wave }] }, { signal, onProgress });
 * ```
 */
export class Stylizer {
  private readonly running = new Set<{ cancel(): void; readonly ended: Promise<unknown> }>();
  private closed = false;

  private constructor(
    /** The network that styles are measured by. */
    readonly network: StyleNetwork,
    /** By which it can paint: those whose layers the weights hold. */
    readonly recipes: readonly RecipeName[],
    private readonly threads: number,
  ) {}

  /**
   * @param network the folder of the weights, which are verified here, or what `loadStyleNetwork` gave for it
   * @throws {PackError} when the weights are not there, not the pinned ones or no weights
   */
  static async open(network: string | StyleNetwork, options: StylizerOptions = {}): Promise<Stylizer> {
    const verified = typeof network === 'string' ? await loadStyleNetwork(network) : network;
    return new Stylizer(
      verified,
      await paintableRecipes(verified.path),
      options.threads ?? Math.min(4, availableParallelism()),
    );
  }

  /**
   * Paints one picture. Resolves also when it is cancelled, with the best picture so far.
   *
   * @throws {StyleError} STYLE_OPTION, STYLE_SIZE or STYLE_LAYERS_MISSING when it cannot be painted like that;
   *   STYLE_CRASHED when its thread died, STYLE_CLOSED after `close`
   * @throws {ImageRejected} when a picture's bytes cannot be taken
   */
  async paint(request: PaintingRequest, { onProgress, signal }: PaintingWatch = {}): Promise<PaintedPicture> {
    if (this.closed) throw new StyleError('STYLE_CLOSED', 'The studio is closed.');
    planPainting(request.options ?? {});
    const cancelled = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const cancel = () => void Atomics.store(new Int32Array(cancelled), 0, 1);
    const ended = paintInThread(
      { network: this.network, threads: this.threads, request, cancelled },
      onProgress,
    );
    const painting = { cancel, ended: ended.catch(() => undefined) };
    this.running.add(painting);
    if (signal?.aborted) cancel();
    signal?.addEventListener('abort', cancel);
    try {
      return await ended;
    } finally {
      signal?.removeEventListener('abort', cancel);
      this.running.delete(painting);
    }
  }

  /** Cancels what is being painted, waits for it and takes no more. */
  async close(): Promise<void> {
    this.closed = true;
    for (const painting of this.running) painting.cancel();
    await Promise.all([...this.running].map(({ ended }) => ended));
  }
}

function paintInThread(
  setup: PaintingSetup,
  onProgress: PaintingWatch['onProgress'],
): Promise<PaintedPicture> {
  return inStudioThread(
    WORKER,
    setup,
    (message: PaintingMessage, done: (picture: PaintedPicture) => void) => {
      if (message.kind === 'failure') throw fromPlainError(message.failure);
      if (message.kind === 'painted') done(message.picture);
      else onProgress?.(message.progress);
    },
  );
}
