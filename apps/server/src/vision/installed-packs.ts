import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { PackInfo } from '@rollcall/contracts';
import { installedPack, packsIn, PackError, type ModelPack } from '@rollcall/vision';
import type { Config } from '../platform/config/config.js';
import { StartupError } from '../platform/config/startup-error.js';
import type { FaceEngine } from './face-engine.js';
import { PackShelf } from './pack-shelf.js';
import { packInfoOf, PooledFaceEngine } from './pooled-face-engine.js';

/** The pack that comes with Rollcall. */
export const SHIPPED_PACK = 'open';

/** The shipped pack and those in MODELS_DIR, each with the add-ons that lie there. */
export class InstalledPacks extends PackShelf {
  private readonly folder: string;

  constructor(private readonly config: Config) {
    super();
    this.folder = config.modelsDir ?? join(config.dataDir, 'models');
  }

  async names(): Promise<string[]> {
    const { packs } = await packsIn(this.folder);
    return [SHIPPED_PACK, ...packs.filter((name) => name !== SHIPPED_PACK)];
  }

  async describe(name: string): Promise<PackInfo> {
    return packInfoOf(await this.load(name));
  }

  async open(name: string): Promise<FaceEngine> {
    try {
      return await PooledFaceEngine.open(await this.load(name), this.config.inference);
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      throw new StartupError(name === SHIPPED_PACK || this.holds(name) ? error.message : this.missing(name));
    }
  }

  private load(name: string): Promise<ModelPack> {
    return installedPack(name, this.folder);
  }

  private holds(name: string): boolean {
    return existsSync(join(this.folder, name, 'pack.json'));
  }

  private missing(name: string): string {
    return (
      `There is no model pack "${name}" in ${this.folder}. "npm run rollcall -- models list" says what can be ` +
      `pulled into it; or set MODELS_DIR to the folder that holds it, or unset MODEL_PACK to use the one that ` +
      `ships with Rollcall.`
    );
  }
}
