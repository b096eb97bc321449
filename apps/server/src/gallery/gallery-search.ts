import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Database } from '../platform/database/database.js';
import { nearestByIndex, scan } from './database-search.js';
import type { Embedded } from './embedded.js';
import { GalleryIndex } from './gallery-index.js';
import type { Keyed } from './gallery-memory.js';
import { GalleryState } from './gallery-state.js';
import { ServingGallery, type View } from './serving-gallery.js';
import { vectorParameter } from './vector-parameter.js';
import { weigh, type Candidate, type Scale } from './weighing.js';

export interface Question {
  readonly limit: number;
  /** How far below the best person another one still matters. */
  readonly margin: number;
  /** From which cosine on somebody is recognised. */
  readonly threshold: number;
  /** Compare with everyone, whatever a quick look says. */
  readonly thorough: boolean;
  readonly inactiveToo: boolean;
}

export interface Asked {
  readonly candidates: Candidate[];
  /** Everyone who was named as possibly close, and the version of the gallery that the names rest on. */
  readonly named: readonly string[];
  readonly version: number;
  readonly by: 'memory' | 'index' | 'scan';
}

/** Above this cosine no quick look was ever seen to miss the right person: measured in bench/README.md. */
const BEYOND_DOUBT = 0.5;

/**
 * Names the people who may be closest, then weighs them exactly in the database. Names come from memory, or from the
 * index where there is no memory yet, or from an exact scan. An index may miss somebody: what it found counts only
 * where it is beyond doubt, otherwise everybody is compared before anybody is turned away.
 */
@Injectable()
export class GallerySearch {
  constructor(
    private readonly source: DataSource,
    private readonly serving: ServingGallery,
    private readonly index: GalleryIndex,
    private readonly state: GalleryState,
    private readonly database: Database,
  ) {}

  async ask(probe: Embedded, question: Question): Promise<Asked> {
    const view = await this.serving.view(probe.modelId, probe.embedding.length);
    const asked =
      (await this.fromMemory(view, probe, question)) ?? (await this.fromDatabase(view, probe, question));
    if (asked) return asked;
    await this.serving.keyChanged(); // The templates were re-issued meanwhile.
    return this.ask(probe, question);
  }

  /** Weighs once more inside a transaction that holds the gallery at this key: the named, and whoever changed since. */
  async weighAgain(
    manager: EntityManager,
    keyId: string,
    face: Embedded,
    { named, version }: Asked,
    question: Question,
  ): Promise<Candidate[]> {
    const keyed = this.serving.under(keyId, face.modelId, face.embedding.length);
    return (await weigh(this.database, manager, scaleOf(keyed, face, question), named, version)).candidates;
  }

  /** Null where there is no memory, where it ended meanwhile, is too far behind, or cannot name few enough. */
  private async fromMemory(view: View, probe: Embedded, question: Question): Promise<Asked | null> {
    const { memory } = view;
    if (!memory) return null;
    const { version: since } = memory;
    const { limit, margin: within, inactiveToo, thorough } = question;
    const found = await memory.search(probe.embedding, { limit, within, inactiveToo, thorough });
    if (!found?.complete) return null;
    const named = found.people.map(({ personId }) => personId);
    const weighed = await weigh(
      this.database,
      this.source.manager,
      scaleOf(view, probe, question),
      named,
      since,
    );
    if (weighed.keyId !== view.set.keyId || !memory.isUsableAt(weighed.version)) return null;
    return { candidates: weighed.candidates, named, version: since, by: 'memory' };
  }

  /** Null where the templates were re-issued under another key meanwhile. */
  private async fromDatabase(view: View, probe: Embedded, question: Question): Promise<Asked | null> {
    const scale = scaleOf(view, probe, question);
    const efSearch = question.thorough ? null : await this.index.efSearch(view.set);
    return this.source.transaction(async (manager) => {
      const version = await this.state.version(manager);
      if (efSearch !== null) {
        const named = await nearestByIndex(manager, scale, { dimension: view.set.dimension, efSearch });
        const { candidates } = await weigh(this.database, manager, scale, named, version);
        if (isBeyondDoubt(candidates, question)) return { candidates, named, version, by: 'index' as const };
      }
      const named = await scan(manager, scale);
      const { candidates, keyId } = await weigh(this.database, manager, scale, named, version);
      return keyId === view.set.keyId ? { candidates, named, version, by: 'scan' as const } : null;
    });
  }
}

function isBeyondDoubt([best]: readonly Candidate[], { threshold, margin }: Question): boolean {
  return best !== undefined && best.similarity - margin >= Math.max(threshold, BEYOND_DOUBT);
}

function scaleOf({ set, rotation }: Keyed, { embedding }: Embedded, { limit, inactiveToo }: Question): Scale {
  const vector = vectorParameter(rotation.apply(embedding));
  return { vector, modelId: set.modelId, keyId: set.keyId, limit, inactiveToo };
}
