import { Injectable } from '@nestjs/common';
import type { FaceReading, ReadFace } from '@rollcall/vision';
import { FaceGallery } from '../../gallery/face-gallery.js';
import { PeopleService } from '../../people/people.service.js';
import { DomainError } from '../../platform/domain-error.js';
import type { FaceEngine } from '../../vision/face-engine.js';
import { FaceAlbum } from '../face-album.js';
import type { Face } from '../face.entity.js';
import type { Untouched } from './model-templates.js';

/** Of the enrolled face's box and the one that the new detector drew: less is another face. */
const LEAST_OVERLAP = 0.2;

/** Reads a kept photo again with another model, and keeps that model's template beside the others. */
@Injectable()
export class Reembedding {
  constructor(
    private readonly album: FaceAlbum,
    private readonly gallery: FaceGallery,
    private readonly people: PeopleService,
  ) {}

  /** Answers why it cannot be done, or null. */
  async reembed(engine: FaceEngine, { faceId, personId }: Untouched): Promise<string | null> {
    const face = await unlessGone(this.album.find(personId, faceId));
    const photo = face && (await unlessGone(this.album.picture(face)));
    if (!face || !photo) return 'The photo is no longer kept.';
    const reading = await readPatiently(engine, photo);
    if (typeof reading === 'string') return reading;
    const seen = sameFace(reading, face);
    if (!seen?.embedding) return 'The new detector does not find this face on the photo.';
    const embedded = { embedding: seen.embedding, modelId: engine.pack.modelId };
    await this.album.transaction(async (manager) => {
      if (!(await this.people.lockIfThere(manager, personId))) return;
      if (await unlessGone(this.album.find(personId, faceId, manager)))
        await this.gallery.add(manager, personId, faceId, embedded);
    });
    return null;
  }
}

/** Null where it was removed meanwhile. */
function unlessGone<T>(found: Promise<T>): Promise<T | null> {
  return found.catch((error: unknown) => {
    if (error instanceof DomainError && error.kind === 'not-found') return null;
    throw error;
  });
}

/** A picture that it cannot take is a reason; being busy is not. */
async function readPatiently(engine: FaceEngine, photo: Uint8Array): Promise<FaceReading | string> {
  try {
    return await engine.read(photo, { embed: 'all' });
  } catch (error) {
    if (error instanceof DomainError && error.kind !== 'busy') return error.message;
    throw error;
  }
}

/** The face that was enrolled: photos may show others in the background. */
function sameFace(reading: FaceReading, { box, imageWidth }: Face): ReadFace | null {
  const scale = reading.width / imageWidth;
  const enrolled = {
    x: box.x * scale,
    y: box.y * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
  const overlaps = reading.faces.map((face) => ({ face, overlap: overlapOf(face.box, enrolled) }));
  const best = overlaps.sort((a, b) => b.overlap - a.overlap)[0];
  return best && best.overlap >= LEAST_OVERLAP ? best.face : null;
}

/** Intersection over union. */
function overlapOf(a: Face['box'], b: Face['box']): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  if (width <= 0 || height <= 0) return 0;
  return (width * height) / (a.width * a.height + b.width * b.height - width * height);
}
