import type { PackInfo } from '@rollcall/contracts';
import type { FaceEngine } from './face-engine.js';

/** Port: the model packs of this installation. Opening one is as slow and foreign as the engine that it makes. */
export abstract class PackShelf {
  /** Names of the packs that lie here, usable or not. */
  abstract names(): Promise<string[]>;
  /** @throws Error that says why it cannot be used */
  abstract describe(name: string): Promise<PackInfo>;
  /** @throws StartupError that says why it cannot be used */
  abstract open(name: string): Promise<FaceEngine>;
}
