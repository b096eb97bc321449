import { Injectable } from '@nestjs/common';
import type { Face as FaceMessage } from '@rollcall/contracts';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { FaceGallery } from '../gallery/face-gallery.js';
import type { Likeness } from '../gallery/likeness.js';
import { hasConsent } from '../people/person-message.js';
import type { Person } from '../people/person.entity.js';
import { PeopleService } from '../people/people.service.js';
import { violatesUnique } from '../platform/database/constraint.js';
import { isOutage } from '../platform/database/outage.js';
import { DomainError } from '../platform/domain-error.js';
import { EnrollmentGate } from './enrollment-gate.js';
import { FaceAlbum } from './face-album.js';
import type { Face } from './face.entity.js';

@Injectable()
export class EnrollmentService {
  constructor(
    private readonly people: PeopleService,
    private readonly gate: EnrollmentGate,
    private readonly gallery: FaceGallery,
    private readonly album: FaceAlbum,
    private readonly audit: AuditService,
  ) {}

  /**
   * photo -> quality gate -> nobody else's face -> template. Whatever refuses, nothing is kept; the same photo once more
   * is the face that it became.
   */
  async enroll(actor: string, personId: string, photo: Uint8Array): Promise<Face> {
    requireConsent(await this.people.find(personId));
    const known = await this.album.showing(personId, photo);
    if (known) return known;
    const { reading, seen } = await this.gate.admit(photo);
    const embedded = { embedding: seen.embedding!, modelId: reading.modelId };
    const threshold = await this.gallery.sameFace();
    const named = await this.gallery.nameOwners(embedded);
    const alike = named.candidates.map((candidate) => candidate.personId);
    await this.gate.refusePortraits(seen, [personId, ...alike]);

    const stored = await this.album.store(photo);
    try {
      return await this.album.transaction(async (manager) => {
        const person = await this.people.lock(manager, personId);
        requireConsent(person); // It may have been withdrawn while the photo was read.
        refuseSomebodyElse(await this.gallery.owner(manager, embedded, named, personId, threshold));
        const face = await this.album.add(manager, personId, stored, reading, seen);
        await this.gallery.add(manager, personId, face.id, embedded);
        await this.people.noteFaces(manager, person, +1);
        await this.record(manager, actor, 'face.enroll', face);
        return face;
      });
    } catch (error) {
      // It may be enrolled all the same, with this photo; if not, the photo goes within a day.
      if (isOutage(error)) throw error;
      await this.album.discard(stored);
      if (!violatesUnique(error, 'faces_photo_hash')) throw error;
      await this.album.release(personId, photo);
      return this.enroll(actor, personId, photo); // It came twice at once, or another model enrolled it.
    }
  }

  async list(personId: string): Promise<Face[]> {
    await this.people.find(personId);
    return this.album.of(personId);
  }

  async remove(actor: string, personId: string, faceId: string): Promise<void> {
    await this.album.transaction(async (manager) => {
      const person = await this.people.lock(manager, personId);
      const face = await this.album.find(personId, faceId, manager);
      await this.album.remove(manager, [face]);
      await this.people.noteFaces(manager, person, -1);
      await this.record(manager, actor, 'face.delete', face);
    });
    await this.album.sweep();
  }

  /** Destroys every template and photo of a person; the caller's transaction holds the person. */
  async forget(manager: EntityManager, person: Person): Promise<number> {
    const faces = await this.album.of(person.id, manager);
    await this.album.remove(manager, faces);
    await this.people.noteFaces(manager, person, -person.faceCount);
    return faces.length;
  }

  async picture(actor: string, personId: string, faceId: string): Promise<Buffer> {
    const face = await this.album.find(personId, faceId);
    const subject = `face:${face.id}`;
    await this.audit.record({ actor, action: 'face.photo.view', subject, details: { person: personId } });
    return this.album.picture(face);
  }

  private record(manager: EntityManager, actor: string, action: string, face: Face): Promise<void> {
    const details = { person: face.personId };
    return this.audit.record({ actor, action, subject: `face:${face.id}`, details }, manager);
  }
}

function refuseSomebodyElse(owner: string | null): void {
  if (!owner) return;
  const detail = 'This face is enrolled for somebody else already. Check who is on the photo.';
  throw new DomainError('rule', 'DUPLICATE_FACE', detail, { personId: owner });
}

function requireConsent(person: Person): void {
  if (hasConsent(person)) return;
  const detail = 'This person has not consented to face recognition. Record the consent first.';
  throw new DomainError('conflict', 'CONSENT_REQUIRED', detail);
}

/** A face as the API shows one. */
export const presentFace = (face: Face, modelId: string, likeness: Likeness | undefined): FaceMessage => ({
  id: face.id,
  modelId,
  quality: face.quality,
  box: face.box,
  landmarks: face.landmarks,
  imageWidth: face.imageWidth,
  imageHeight: face.imageHeight,
  createdAt: face.createdAt.toISOString(),
  likeness: likeness?.likeness ?? null,
  outlier: likeness?.outlier ?? false,
});
