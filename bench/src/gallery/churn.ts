import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { percentile } from '../statistics.js';
import { measure, type Ask, type Measured } from './asking.js';
import type { Embedded, FaceGallery } from './server-modules.js';
import type { SyntheticProbe } from './synthetic-people.js';

/** What enrolling and removing take while others check in, and what the others notice of it. */
export interface Churned {
  /** Milliseconds to find out whose face it is, and to add it in a transaction. */
  readonly insert: Spent;
  /** Milliseconds to remove a face with its template. */
  readonly remove: Spent;
  /** Searches of known people meanwhile, and without any change. */
  readonly searches: { readonly meanwhile: Measured; readonly before: Measured };
}

interface Spent {
  readonly changes: number;
  readonly p50: number;
  readonly p95: number;
}

/** Enrols one face after another and removes them again, while clients search. */
export class Churn {
  constructor(
    private readonly gallery: FaceGallery,
    private readonly source: DataSource,
    private readonly ask: Ask,
  ) {}

  async run(
    faces: readonly Embedded[],
    probes: readonly SyntheticProbe[],
    clients: number,
  ): Promise<Churned> {
    const before = await measure(this.ask, probes, clients);
    let changing = true;
    const inserted: number[] = [];
    const removed: number[] = [];
    const changes = (async () => {
      for (const face of faces) {
        const person = await this.aPerson();
        inserted.push(await timed(() => this.enroll(person, face)));
        removed.push(await timed(() => this.remove(person.faceId)));
      }
      changing = false;
    })();
    const meanwhile = await measure(this.ask, probes, clients, () => changing);
    await changes;
    return { insert: spent(inserted), remove: spent(removed), searches: { meanwhile, before } };
  }

  /** As EnrollmentService does it, without the photo. */
  private async enroll({ personId, faceId }: NewFace, face: Embedded): Promise<void> {
    const threshold = await this.gallery.sameFace();
    const named = await this.gallery.nameOwners(face);
    await this.source.transaction(async (manager) => {
      const owner = await this.gallery.owner(manager, face, named, personId, threshold);
      if (owner) throw new Error('A new face belongs to somebody already.');
      await this.gallery.add(manager, personId, faceId, face);
    });
  }

  private async remove(faceId: string): Promise<void> {
    await this.source.transaction((manager) => manager.query('DELETE FROM faces WHERE id = $1', [faceId]));
  }

  /** Somebody whose photo is kept already. */
  private async aPerson(): Promise<NewFace> {
    const [personId, photoId, faceId] = [randomUUID(), randomUUID(), randomUUID()];
    await this.source.query(
      `INSERT INTO people (id, name, created_at, updated_at) VALUES ($1, 'New', now(), now())`,
      [personId],
    );
    await this.source.query(
      `INSERT INTO blobs (id, kind, bytes, created_at) VALUES ($1, 'face', 60000, now())`,
      [photoId],
    );
    await this.source.query(
      `INSERT INTO faces (id, person_id, photo_id, image_width, image_height, box, landmarks, quality, created_at)
       VALUES ($1, $2, $3, 1280, 960, '{}', '[]', '{}', now())`,
      [faceId, personId, photoId],
    );
    return { personId, faceId };
  }
}

interface NewFace {
  readonly personId: string;
  readonly faceId: string;
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const spent = (took: readonly number[]): Spent => ({
  changes: took.length,
  p50: percentile(took, 0.5),
  p95: percentile(took, 0.95),
});
