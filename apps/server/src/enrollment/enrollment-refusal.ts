import { judgeQuality, type FaceReading, type QualityLimits, type ReadFace } from '@rollcall/vision';
import { DomainError } from '../platform/domain-error.js';

/** A face at least this much of the largest one's width is a second person, not somebody in the background. */
const RIVAL_WIDTH = 0.4;

/** The one face of a photo that may be enrolled. @throws DomainError with what is wrong with the photo */
export function enrollableFace(reading: FaceReading, limits: QualityLimits): ReadFace {
  const [face, ...others] = reading.faces;
  if (!face)
    throw refuse(
      'NO_FACE',
      'No face was found. Use a sharp, well-lit photo that shows the face from the front.',
    );
  if (others.some((other) => other.box.width >= RIVAL_WIDTH * face.box.width)) {
    throw refuse('MULTIPLE_FACES', 'Several people are on the photo. Use one that shows this person alone.');
  }
  const reasons = judgeQuality(face.quality, limits);
  if (reasons.length > 0) {
    const detail = `The photo is not good enough to recognise somebody by: ${reasons.join(', ')}.`;
    throw new DomainError('rule', 'LOW_QUALITY', detail, { reasons });
  }
  return face;
}

const refuse = (code: string, detail: string) => new DomainError('rule', code, detail);
