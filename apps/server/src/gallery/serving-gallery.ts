import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config/config.js';
import { DomainError } from '../platform/domain-error.js';
import { FaceEngine } from '../vision/face-engine.js';
import { GalleryMemory, type Keyed } from './gallery-memory.js';
import { GalleryState } from './gallery-state.js';
import { TemplateKeys } from './template-keys.js';

const FOLLOW_MS = 2_000;

/** One model's templates as this server searches them. */
export interface View extends Keyed {
  /** Null where the database answers alone. */
  readonly memory: GalleryMemory | null;
}

/** Which templates this server searches, and by what: the memory of the model that serves, the database otherwise. */
@Injectable()
export class ServingGallery implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(ServingGallery.name);
  private keyId: string | null = null;
  private memory: GalleryMemory | null = null;
  private following: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(
    private readonly source: DataSource,
    private readonly state: GalleryState,
    private readonly keys: TemplateKeys,
    private readonly engine: FaceEngine,
    private readonly config: Config,
  ) {}

  /** The memory fills while the server serves already. */
  async onApplicationBootstrap(): Promise<void> {
    this.keyId = await this.state.servingKey();
    this.timer = setInterval(() => void this.follow(), FOLLOW_MS).unref();
    void this.follow();
  }

  async view(modelId: string, dimension: number): Promise<View> {
    const memory = this.memory?.modelId === modelId && this.memory.state === 'ready' ? this.memory : null;
    return { ...(await this.keyed(modelId, dimension)), memory };
  }

  /**
   * A model's templates under the key that a row of the gallery's state names: for whoever holds that row and writes.
   * What this server last heard of the key may be older.
   */
  under(keyId: string, modelId: string, dimension: number): Keyed {
    const rotation = this.keys.rotation(keyId, modelId, dimension);
    return { set: { modelId, keyId, dimension }, rotation };
  }

  /**
   * A face that another model read than the one that was activated would be recognised by nobody.
   * @throws DomainError BUSY until this server has changed over
   */
  requireServed(modelId: string, activatedPack: string | null): void {
    const { pack } = this.engine;
    if (pack.modelId === modelId && (activatedPack ?? pack.name) === pack.name) return;
    throw new DomainError('busy', 'BUSY', 'Another model is just taking over. Try again in a moment.');
  }

  /** Templates were re-issued under another key. */
  async keyChanged(): Promise<void> {
    this.keyId = await this.state.servingKey();
    if (this.memory) this.memory.readUnder(await this.keyed(this.memory.modelId, this.memory.dimension));
  }

  get inMemory(): GalleryMemory | null {
    return this.memory;
  }

  /** Opens and fills the memory of a model that is to serve; null where none is kept. */
  async fill(modelId: string, dimension: number): Promise<GalleryMemory | null> {
    if (!this.config.galleryInMemory) return null;
    const memory = await GalleryMemory.open(this.source, await this.keyed(modelId, dimension));
    await memory.follow();
    return memory;
  }

  /** This memory answers from now on. */
  async takeOver(memory: GalleryMemory | null): Promise<void> {
    const before = this.memory;
    this.memory = memory;
    await before?.close();
  }

  /** Reads everything again beside what is in memory, which answers until then. */
  refill(): Promise<void> {
    this.following = this.following.then(() => this.fillAfresh());
    return this.following;
  }

  /** Brings the memory up to date; one that broke or belongs to another model is replaced. */
  follow(): Promise<void> {
    this.following = this.following.then(() => this.catchUp());
    return this.following;
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.memory?.close();
    await this.following;
  }

  private async catchUp(): Promise<void> {
    if (!this.config.galleryInMemory || this.stopped) return;
    try {
      const { keyId } = await this.state.read();
      if (keyId !== this.keyId) await this.keyChanged();
      const { modelId, dimension } = this.engine.pack;
      if (this.memory?.modelId !== modelId || this.memory.state === 'broken') {
        await this.takeOver(await GalleryMemory.open(this.source, await this.keyed(modelId, dimension)));
      }
      await this.memory?.follow();
    } catch (error) {
      if (!this.stopped) this.log.warn(`The gallery in memory does not follow: ${(error as Error).message}`);
    }
  }

  private async fillAfresh(): Promise<void> {
    if (this.stopped) return;
    try {
      const { modelId, dimension } = this.engine.pack;
      await this.takeOver(await this.fill(modelId, dimension));
    } catch (error) {
      if (!this.stopped)
        this.log.warn(`The gallery in memory was not filled again: ${(error as Error).message}`);
    }
  }

  private async keyed(modelId: string, dimension: number): Promise<Keyed> {
    return this.under((this.keyId ??= await this.state.servingKey()), modelId, dimension);
  }
}
