import type { PackInfo } from '@rollcall/contracts';
import { FaceEngine, type Look, type Reading, type RecommendedThreshold } from './face-engine.js';

/** An engine and how many images it reads right now. */
interface Shift {
  readonly engine: FaceEngine;
  reading: number;
  /** Set once another has taken over: called when the last image was read. */
  relieved: (() => void) | null;
}

/** The engine that serves. Another may take over at any moment without an image being refused. */
export class ServingFaceEngine extends FaceEngine {
  private shift: Shift;
  private readonly leaving = new Set<Promise<void>>();

  constructor(engine: FaceEngine) {
    super();
    this.shift = { engine, reading: 0, relieved: null };
  }

  get pack(): PackInfo {
    return this.shift.engine.pack;
  }

  get recommended(): RecommendedThreshold {
    return this.shift.engine.recommended;
  }

  async read(image: Uint8Array, look: Look): Promise<Reading> {
    const { shift } = this;
    shift.reading++;
    try {
      return await shift.engine.read(image, look);
    } finally {
      shift.reading--;
      if (shift.reading === 0) shift.relieved?.();
    }
  }

  /** Every image from now on goes to this engine; the one before is closed once it has read what it had begun. */
  takeOver(engine: FaceEngine): void {
    const before = this.shift;
    this.shift = { engine, reading: 0, relieved: null };
    const done = new Promise<void>((resolve) => {
      if (before.reading === 0) resolve();
      else before.relieved = resolve;
    }).then(() => before.engine.close());
    this.leaving.add(done);
    void done.finally(() => this.leaving.delete(done));
  }

  check(): Promise<void> {
    return this.shift.engine.check();
  }

  async close(): Promise<void> {
    await Promise.allSettled([this.shift.engine.close(), ...this.leaving]);
  }
}
