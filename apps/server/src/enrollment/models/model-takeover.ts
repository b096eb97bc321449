import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { GalleryState } from '../../gallery/gallery-state.js';
import { SERVING_CHANGED } from '../../gallery/key-rotation.js';
import { ServingGallery } from '../../gallery/serving-gallery.js';
import { Broadcast } from '../../platform/broadcast/broadcast.js';
import { PackShelf } from '../../vision/pack-shelf.js';
import { ServingFaceEngine } from '../../vision/serving-face-engine.js';

const LOOK_MS = 15_000;

/**
 * Brings this server to the pack that was activated: the new networks and their gallery are opened beside the ones
 * that serve, and take over when they are ready. No check-in waits for it or is refused.
 */
@Injectable()
export class ModelTakeover implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ModelTakeover.name);
  private turning: Promise<void> = Promise.resolve();
  private fault: string | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly engine: ServingFaceEngine,
    private readonly shelf: PackShelf,
    private readonly state: GalleryState,
    private readonly serving: ServingGallery,
    private readonly broadcast: Broadcast,
  ) {}

  onApplicationBootstrap(): void {
    this.broadcast.on(SERVING_CHANGED, () => void this.here());
    this.broadcast.onReconnect(() => void this.here());
    this.timer = setInterval(() => void this.here(), LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.turning;
  }

  /** Name of the pack that decides on this server. */
  get present(): string {
    return this.engine.pack.name;
  }

  /** This server now, the others as soon as they hear of it. */
  async everywhere(): Promise<void> {
    await this.here();
    this.broadcast.tell(SERVING_CHANGED, 'model');
  }

  /** Resolves once this server runs what was activated, or failed to. */
  here(): Promise<void> {
    this.turning = this.turning.then(() => this.turn());
    return this.turning;
  }

  private async turn(): Promise<void> {
    if (this.stopped) return;
    try {
      const { pack } = await this.state.read();
      await this.serving.keyChanged();
      if (pack && pack !== this.engine.pack.name) await this.takeOver(pack);
      this.fault = null;
    } catch (error) {
      this.fault = (error as Error).message;
      this.log.error(`The activated model does not run here: ${this.fault}`);
    }
  }

  private async takeOver(pack: string): Promise<void> {
    const engine = await this.shelf.open(pack);
    const memory = await this.serving.fill(engine.pack.modelId, engine.pack.dimension);
    this.engine.takeOver(engine);
    await this.serving.takeOver(memory);
  }

  /** @throws Error where what was activated does not run here */
  async check(): Promise<void> {
    if (this.fault) throw new Error(`The activated model does not run here: ${this.fault}`);
  }
}
