import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pullVgg16, type PullOrder } from '../src/models/pull/pull-vgg16.js';
import type { WeightsSource } from '../src/models/pull/vgg16-sources.js';
import { publishedWeights } from './published-weights.js';
import { WeightsServer } from './weights-server.js';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
export const { file, tensors: floats } = publishedWeights();
export const source: WeightsSource = {
  id: 'published',
  title: 'Published',
  licence: 'MIT',
  commercialUse: true,
  host: null,
  path: 'somebody/vgg16/model.safetensors',
  sha256: sha256(file),
  pixels: { channels: 'rgb', range: 1, mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] },
};

/** A server with weights, and a folder that they are pulled into. */
export class Pulling {
  readonly modelsDir = mkdtempSync(join(tmpdir(), 'pull-'));
  readonly folder = join(this.modelsDir, 'vgg16');
  begun: { bytes: number; had: number }[] = [];

  private constructor(readonly server: WeightsServer) {}

  static async start(): Promise<Pulling> {
    return new Pulling(await WeightsServer.start(source.path, file));
  }

  async pull(order: Partial<PullOrder> = {}) {
    this.begun = [];
    let came = 0;
    const watch = {
      begins: (_: string, bytes: number, had: number) => void this.begun.push({ bytes, had }),
      came: (bytes: number) => void (came += bytes),
    };
    const { modelsDir } = this;
    const patience = { tries: 3, waitMs: 5 };
    const usual = { modelsDir, mirror: this.server.url, sources: [source], patience };
    return { ...(await pullVgg16({ ...usual, ...order }, watch)), came };
  }

  get parts(): string[] {
    return readdirSync(this.folder).filter((name) => name.endsWith('.part'));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.modelsDir, { recursive: true });
  }
}
