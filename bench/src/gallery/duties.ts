import { setTimeout as sleep } from 'node:timers/promises';
import { measure, type Ask, type Measured } from './asking.js';
import { Churn, type Churned } from './churn.js';
import { decideAll, type Decided } from './deciding.js';
import { GalleryServer, type ServerSetup } from './gallery-server.js';
import { mixedProbe } from './mixed-probes.js';
import type { MatchRule } from './server-modules.js';
import { SyntheticPeople, type ProbeKind } from './synthetic-people.js';

/** As many as a check-in asks for. */
const CLOSEST = 5;
const WARM_UP = 50;
/** Strangers whom no search asks about. */
const NEWCOMERS_FROM = 1_000_000;

export type DutyName = keyof Duties;

/** Who is in the gallery. */
export interface Population {
  readonly seed: number;
  readonly people: number;
  readonly perPerson: number;
  readonly dimension: number;
}

export interface SearchOrder {
  readonly population: Population;
  readonly kind: ProbeKind;
  readonly count: number;
  readonly clients: number;
}

export interface DecideOrder {
  readonly population: Population;
  /** Number of the first probe. */
  readonly from: number;
  readonly count: number;
  readonly clients: number;
}

export interface ChurnOrder {
  readonly population: Population;
  readonly changes: number;
  readonly clients: number;
}

export interface Filled {
  /** From the start of the server to the moment in which its memory answers. */
  readonly seconds: number;
  readonly templates: number;
  readonly sketchBytes: number;
  readonly residentBytes: number;
}

/** What the process that is measured can be told to do. */
export class Duties {
  private server: GalleryServer | null = null;
  private startedAt = 0;
  private modelId = '';

  async start(setup: ServerSetup): Promise<void> {
    this.startedAt = performance.now();
    this.modelId = setup.modelId;
    this.server = await GalleryServer.start(setup);
  }

  async stop(_: undefined): Promise<void> {
    await this.server?.stop();
  }

  async fill(_: undefined): Promise<Filled> {
    const { app, modules } = this.running();
    const serving = app.get(modules.ServingGallery);
    while (serving.inMemory?.state !== 'ready') await sleep(10);
    const seconds = (performance.now() - this.startedAt) / 1000;
    const { templates, bytes } = serving.inMemory.size;
    return { seconds, templates, sketchBytes: bytes, residentBytes: process.memoryUsage.rss() };
  }

  async search({ population, kind, count, clients }: SearchOrder): Promise<Measured> {
    const synthetic = syntheticPeople(population);
    const probes = range(count + WARM_UP).map((n) =>
      synthetic.probe(kind, n + clients * 10_000, population.people),
    );
    const ask = this.ask();
    for (const probe of probes.slice(0, Math.min(WARM_UP, Math.ceil(count / 10)))) await ask(probe);
    return measure(ask, probes.slice(WARM_UP), clients);
  }

  /** By the server's own repair. */
  async buildIndex(_: undefined): Promise<{ seconds: number; bytes: number }> {
    const { app, modules } = this.running();
    const started = performance.now();
    const { state, bytes } = await app.get(modules.GalleryCaretaker).run();
    if (state !== 'ready') throw new Error(`The index is ${String(state)}.`);
    return { seconds: (performance.now() - started) / 1000, bytes: Number(bytes) };
  }

  /** By which scores are judged here. */
  async rule(_: undefined): Promise<MatchRule> {
    const { app, modules } = this.running();
    const { threshold, margin } = await app.get(modules.RecognitionSettingsService).current();
    return { threshold, margin };
  }

  async decide({ population, from, count, clients }: DecideOrder): Promise<Decided[]> {
    const synthetic = syntheticPeople(population);
    const probes = range(count).map((n) => mixedProbe(synthetic, from + n, population.people));
    const rule = await this.rule(undefined);
    return decideAll(this.ask(), this.running().modules.judge, rule, probes, clients);
  }

  async churn({ population, changes, clients }: ChurnOrder): Promise<Churned> {
    const { app, modules } = this.running();
    const synthetic = syntheticPeople(population);
    const face = (n: number) => synthetic.probe('stranger', NEWCOMERS_FROM + n, population.people).embedding;
    const newcomers = range(changes).map((n) => ({ embedding: face(n), modelId: this.modelId }));
    const probes = range(1000).map((n) => synthetic.probe('good', 50_000 + n, population.people));
    const churn = new Churn(app.get(modules.FaceGallery), app.get(modules.DataSource), this.ask());
    return churn.run(newcomers, probes, clients);
  }

  private ask(): Ask {
    const { app, modules } = this.running();
    const gallery = app.get(modules.FaceGallery);
    return ({ embedding }) => gallery.ask({ embedding, modelId: this.modelId }, { limit: CLOSEST });
  }

  private running(): GalleryServer {
    if (!this.server) throw new Error('The server was not started.');
    return this.server;
  }
}

const range = (length: number) => Array.from({ length }, (_, i) => i);

function syntheticPeople({ seed, dimension, perPerson }: Population): SyntheticPeople {
  return new SyntheticPeople(seed, dimension, perPerson);
}
