import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { BlobStore } from '../../platform/storage/blob-store.js';
import { DomainError } from '../../platform/domain-error.js';
import { EnrollmentService } from '../enrollment.service.js';
import type { Face } from '../face.entity.js';
import { ImportLedger } from './import-ledger.js';
import type { ImportPhoto } from './import-photo.entity.js';
import type { ImportRow } from './import-row.entity.js';
import { EXPIRED, LOST, reasonOf, UNREADABLE } from './reason.js';

const TRIES = 10;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 5_000;

/** Enrols one photo of an import, as if it had been sent alone. */
@Injectable()
export class PhotoTakeIn {
  constructor(
    private readonly ledger: ImportLedger,
    private readonly blobs: BlobStore,
    private readonly enrollment: EnrollmentService,
  ) {}

  async take(actor: string, row: ImportRow, photo: ImportPhoto, signal: AbortSignal): Promise<void> {
    const bytes = photo.blobId && (await this.blobs.get(photo.blobId));
    if (!bytes) return this.refuseWithoutBytes(photo);
    let face: Face;
    try {
      face = await this.enroll(actor, row.personId!, bytes, signal);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'busy')
        return this.ledger.refusePhoto(photo, UNREADABLE);
      return this.ledger.refusePhoto(photo, reasonOf(error));
    }
    await this.ledger.settlePhoto(photo, isNewer(face, row.importId) ? 'taken' : 'unchanged');
  }

  /** A lost photo's row stays until it is due: should the file turn up again, it is removed in its time. */
  private async refuseWithoutBytes(photo: ImportPhoto): Promise<void> {
    const lost = photo.blobId !== null && (await this.blobs.isKept(photo.blobId));
    if (!lost) return this.ledger.refusePhoto(photo, EXPIRED);
    await this.ledger.refusePhoto({ ...photo, blobId: null }, LOST);
  }

  /** Kiosks go first: where they keep recognition busy, the photo waits a little and is tried again. */
  private async enroll(actor: string, personId: string, bytes: Buffer, signal: AbortSignal): Promise<Face> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.enrollment.enroll(actor, personId, bytes);
      } catch (error) {
        if (!(error instanceof DomainError && error.kind === 'busy') || tries === TRIES) throw error;
        await sleep(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries), undefined, { signal });
      }
    }
  }
}

/**
 * Whether something came after an import began. Ids of version 7 are in the order of time: an attempt that was killed
 * after enrolling and before noting it finds its own work so.
 */
export const isNewer = ({ id }: { id: string }, importId: string) => id > importId;
