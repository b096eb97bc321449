import { Injectable } from '@nestjs/common';
import type { ReadFace } from '@rollcall/vision';
import { isPortraitOf, PortraitMarks } from '../gallery/portrait-marks.js';
import { RecognitionSettingsService } from '../gallery/recognition-settings.service.js';
import { DomainError } from '../platform/domain-error.js';
import { FaceEngine, type Reading } from '../vision/face-engine.js';
import { enrollableFace } from './enrollment-refusal.js';

/** A photo and the one face on it that may be enrolled. */
export interface Admitted {
  readonly reading: Reading;
  readonly seen: ReadFace;
}

/** What a photo has to pass before anybody is known by it. */
@Injectable()
export class EnrollmentGate {
  constructor(
    private readonly engine: FaceEngine,
    private readonly portraits: PortraitMarks,
    private readonly settings: RecognitionSettingsService,
  ) {}

  /** @throws DomainError with what is wrong with the photo */
  async admit(photo: Uint8Array): Promise<Admitted> {
    const { liveness, quality } = await this.settings.current();
    const asked = liveness.enrollment ? 'largest' : 'none';
    const reading = await this.engine.read(photo, { embed: 'largest', liveness: asked });
    const seen = enrollableFace(reading, quality.enrollment);
    if (seen.liveness !== null && seen.liveness < liveness.enrollmentThreshold) throw notAlive();
    return { reading, seen };
  }

  /**
   * @param people whom it would be enrolled for, and whom it may show
   * @throws DomainError SPOOF_SUSPECTED
   */
  async refusePortraits({ appearance }: ReadFace, people: readonly string[]): Promise<void> {
    if (isPortraitOf(people, await this.portraits.resembled([appearance]))) throw paintedHere();
  }
}

const paintedHere = () =>
  new DomainError(
    'rule',
    'SPOOF_SUSPECTED',
    'This is a portrait that Rollcall painted for a badge, or a copy of one. Use a photo of the person.',
  );

const notAlive = () =>
  new DomainError(
    'rule',
    'SPOOF_SUSPECTED',
    'This looks like a picture of a picture: a screen, or a print. Take a photo of the person, with some room around the face.',
  );
