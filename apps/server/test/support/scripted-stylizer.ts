import { crc32, deflateSync } from 'node:zlib';
import { portraitRecipe, type PortraitRecipe } from '@rollcall/contracts';
import {
  Stylizer,
  type Commission,
  type Painted,
  type PresetLook,
  type Sitting,
  type StylePreset,
  type Watch,
} from '../../src/vision/stylizer.js';
import { aPainting, type ScriptedFace } from './scripted-face-engine.js';

/** Port double: paints what the test says, as fast as it can. */
export class ScriptedStylizer extends Stylizer {
  recipes: readonly PortraitRecipe[] = portraitRecipe.options;
  readonly presets: StylePreset[] = [];
  /** What was asked for, oldest first. */
  readonly commissions: Commission[] = [];
  readonly sittings: { key: string; sitting: Sitting; look: PresetLook }[] = [];
  /** Whom portraits show. */
  face: ScriptedFace | null = null;
  /** The last step that this one gains anything by; those that were asked for where it is null. */
  converges: number | null = null;
  /** As many steps are painted small first, at half of the size. */
  coarse = 0;
  /** Waited for before every step. */
  beforeStep: (step: number, signal: AbortSignal) => Promise<void> = async () => {};
  /** How many paint at this moment, and most at once. */
  painting = 0;
  mostAtOnce = 0;

  async paint(commission: Commission, { signal, onStep }: Watch): Promise<Painted> {
    this.commissions.push(commission);
    this.mostAtOnce = Math.max(this.mostAtOnce, ++this.painting);
    try {
      const steps = Math.min(commission.steps, this.converges ?? Infinity);
      for (let step = (commission.from?.step ?? 0) + 1; step <= steps; step++) {
        await this.beforeStep(step, signal);
        const size = step <= this.coarse ? commission.size / 2 : commission.size;
        await onStep({ step, loss: 1 / step, size, picture: async () => this.picture(step, size) });
        signal.throwIfAborted();
      }
      return { picture: this.picture(steps, commission.size), step: steps };
    } finally {
      this.painting--;
    }
  }

  async applyPreset(key: string, sitting: Sitting, look: PresetLook): Promise<Uint8Array> {
    this.sittings.push({ key, sitting, look });
    return this.picture(1, sitting.size);
  }

  async close(): Promise<void> {}

  /** A true PNG, another one for every step. */
  private picture(step: number, side: number): Buffer {
    return aPainting(
      aPng(side, side, (x, y) => [x % 256, y % 256, (step * 40) % 256]),
      ...(this.face ? [this.face] : []),
    );
  }
}

/** An uncompressed sort of PNG: 8-bit RGB without filters. */
export function aPng(
  width: number,
  height: number,
  at: (x: number, y: number) => [number, number, number],
): Buffer {
  const rows = Buffer.alloc(height * (1 + 3 * width));
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) rows.set(at(x, y), y * (1 + 3 * width) + 1 + 3 * x);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const chunks = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), ...chunks]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
