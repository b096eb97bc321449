import { Injectable } from '@nestjs/common';
import type { Face } from '@rollcall/contracts';
import { EnrollmentService, presentFace } from '../../enrollment/enrollment.service.js';
import { PhotoLikeness } from '../../gallery/likeness.js';
import { FaceEngine } from '../../vision/face-engine.js';
import { FrameAccess } from '../frame-access.js';

/** Enrols somebody from the picture that a kiosk took. */
@Injectable()
export class EnrollmentFromFrame {
  constructor(
    private readonly frames: FrameAccess,
    private readonly enrollment: EnrollmentService,
    private readonly likeness: PhotoLikeness,
    private readonly engine: FaceEngine,
  ) {}

  async enroll(actor: string, checkInId: string, personId: string): Promise<Face> {
    const picture = await this.frames.open(actor, checkInId);
    const enrolled = await this.enrollment.enroll(actor, personId, picture);
    const likeness = await this.likeness.of(personId);
    return presentFace(enrolled, this.engine.pack.modelId, likeness.get(enrolled.id));
  }
}
