import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { FaceReading, ReadFace } from '@rollcall/vision';
import { In, type EntityManager, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { notFound } from '../platform/domain-error.js';
import { BlobStore } from '../platform/storage/blob-store.js';
import { FaceEngine } from '../vision/face-engine.js';
import { Face } from './face.entity.js';
import { PhotoFingerprint } from './photo-fingerprint.js';

const DAY_MS = 86_400_000;

/** A sealed picture that no face has yet. */
export interface StoredPhoto {
  readonly id: string;
  readonly hash: string;
}

/** The enrolled photos: what was seen on each, and the sealed picture itself. */
@Injectable()
export class FaceAlbum {
  constructor(
    @InjectRepository(Face) private readonly faces: Repository<Face>,
    private readonly blobs: BlobStore,
    private readonly clock: Clock,
    private readonly fingerprint: PhotoFingerprint,
    private readonly engine: FaceEngine,
  ) {}

  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.faces.manager.transaction(work);
  }

  of(personId: string, manager = this.faces.manager): Promise<Face[]> {
    return manager.find(Face, { where: { personId }, order: { id: 'DESC' } });
  }

  /** The face that was enrolled from this very photo, if this person has one that the present model knows. */
  showing(personId: string, photo: Uint8Array): Promise<Face | null> {
    return this.known([personId])
      .andWhere({ photoHash: this.fingerprint.of(photo) })
      .getOne();
  }

  /** Makes way for this photo where its face was enrolled with another model and is to be enrolled again. */
  async release(personId: string, photo: Uint8Array): Promise<void> {
    const photoHash = this.fingerprint.of(photo);
    const stale = await this.faces.findOneBy({ personId, photoHash });
    if (!stale || (await this.showing(personId, photo))) return;
    await this.faces.update({ id: stale.id }, { photoHash: null });
  }

  /** The fingerprints of these people's photos that the present model knows, by person. */
  async fingerprints(personIds: readonly string[]): Promise<Map<string, Set<string>>> {
    const faces = await this.known(personIds).select(['f.personId', 'f.photoHash', 'f.id']).getMany();
    const found = new Map(personIds.map((id) => [id, new Set<string>()]));
    for (const { personId, photoHash } of faces) if (photoHash) found.get(personId)!.add(photoHash);
    return found;
  }

  async find(personId: string, id: string, manager = this.faces.manager): Promise<Face> {
    const face = await manager.findOneBy(Face, { id, personId });
    if (!face) throw notFound('face');
    return face;
  }

  async picture(face: Face): Promise<Buffer> {
    const picture = await this.blobs.get(face.photoId);
    if (!picture) throw notFound('photo');
    return picture;
  }

  /** For a day, in case that nothing comes of it; `add` keeps it until the face goes. */
  async store(photo: Uint8Array): Promise<StoredPhoto> {
    const id = await this.blobs.put('photo', photo, new Date(this.clock.now().getTime() + DAY_MS));
    return { id, hash: this.fingerprint.of(photo) };
  }

  discard(photo: StoredPhoto): Promise<void> {
    return this.blobs.remove([photo.id]);
  }

  async add(
    manager: EntityManager,
    personId: string,
    photo: StoredPhoto,
    image: FaceReading,
    seen: ReadFace,
  ): Promise<Face> {
    const face = manager.create(Face, {
      id: uuidv7(),
      personId,
      photoId: photo.id,
      photoHash: photo.hash,
      imageWidth: image.width,
      imageHeight: image.height,
      box: seen.box,
      landmarks: seen.landmarks.map(([x, y]) => [x, y]) as Face['landmarks'],
      quality: seen.quality,
      createdAt: this.clock.now(),
    });
    await this.blobs.keep(manager, photo.id);
    await manager.insert(Face, face);
    return face;
  }

  /** Removes faces with their templates; the pictures go once the transaction stands. */
  async remove(manager: EntityManager, faces: readonly Face[]): Promise<void> {
    if (faces.length === 0) return;
    await manager.delete(
      Face,
      faces.map((face) => face.id),
    );
    await this.blobs.expire(
      manager,
      faces.map((face) => face.photoId),
    );
  }

  async sweep(): Promise<void> {
    await this.blobs.sweep();
  }

  private known(personIds: readonly string[]) {
    return this.faces
      .createQueryBuilder('f')
      .where({ personId: In([...personIds]) })
      .andWhere('EXISTS (SELECT FROM face_templates t WHERE t.face_id = f.id AND t.model_id = :model)', {
        model: this.engine.pack.modelId,
      });
  }
}
