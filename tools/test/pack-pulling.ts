import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaceEngine, installedPack } from '@rollcall/vision';
import { CATALOGUE } from '../src/models/catalogue/catalogue.js';
import { cataloguedPack, type CataloguedPack } from '../src/models/catalogue/catalogued-pack.js';
import { pullPackCommand, type PullWishes } from '../src/models/packs/pull-command.js';
import { buffalo, minifasnet, small, zipped, type Files } from './small-packs.js';
import { WeightsServer } from './weights-server.js';

export const known = (name: string) => cataloguedPack(name, CATALOGUE)!;

/** A mirror with small packs, and a folder that they are pulled into. */
export class PackPulling {
  readonly root = mkdtempSync(join(tmpdir(), 'packs-'));
  readonly modelsDir = join(this.root, 'models');
  /** Lines that were said. */
  said: string[] = [];
  asked: string[] = [];
  answer = false;

  private constructor(
    readonly server: WeightsServer,
    readonly catalogue: CataloguedPack[],
    readonly archive: Buffer,
  ) {}

  static async start(): Promise<PackPulling> {
    const archive = await zipped(buffalo);
    const server = await WeightsServer.start(sourceOf('buffalo_l'), archive);
    for (const [file, bytes] of Object.entries(minifasnet)) server.others.set(file, bytes);
    const packs = [
      small(known('buffalo_l'), buffalo, { 'buffalo_l.zip': archive }),
      small(known('minifasnet'), minifasnet, minifasnet),
    ];
    return new PackPulling(server, packs, archive);
  }

  async pull(name: string, wishes: Partial<PullWishes> = {}): Promise<void> {
    const { modelsDir, catalogue } = this;
    this.said = [];
    const usual = { modelsDir, catalogue, mirror: this.server.url, patience: { tries: 3, waitMs: 5 } };
    const confirm = async (question: string) => {
      this.asked.push(question);
      return this.answer;
    };
    await pullPackCommand(name, { ...usual, ...wishes }, confirm, (line) => void this.said.push(line));
  }

  /** Everything in the folder of the packs, hidden things included. */
  get there(): string[] {
    return readdirSync(this.modelsDir).sort();
  }

  /** Opens an installed pack as a server does, and reads a picture. */
  async read(name: string, image: Uint8Array) {
    const engine = await FaceEngine.open(await installedPack(name, this.modelsDir));
    try {
      return await engine.read(image, { embed: 'all', liveness: 'all', attributes: true });
    } finally {
      await engine.close();
    }
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.root, { recursive: true });
  }
}

/** Under its host. */
export const sourceOf = (name: string) => known(name).downloads[0]!.sources[0]!.path;

export const filesOf = (folder: string) => readdirSync(folder).sort();
export type { Files };
