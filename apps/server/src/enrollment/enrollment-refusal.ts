import {
  judgeQuality,
  type FaceReading,
  type QualityLimits,
  type QualityReason,
  type ReadFace,
} from '@rollcall/vision';
import { DomainError } from '../platform/domain-error.js';

/** A face at least this much of the largest one's width is a second person, not somebody in the background. */
const RIVAL_WIDTH = 0.4;

/** What is wrong with a face, in words. */
const FAULTS: Readonly<Record<QualityReason, string>> = {
  TOO_SMALL: 'the face is too small',
  CUT_OFF: 'the edge of the picture cuts it off',
  CROWDED: 'somebody else is too near',
  TURNED_AWAY: 'it is turned away',
  LOOKING_UP_OR_DOWN: 'it looks up or down',
  TILTED: 'it is tilted',
  TOO_DARK: 'it is too dark',
  TOO_BRIGHT: 'it is too bright',
  LOW_CONTRAST: 'it has too little contrast',
  BLURRED: 'it is blurred',
};

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
    const faults = reasons.map((reason) => FAULTS[reason]).join(', ');
    const detail = `The photo is not good enough to recognise somebody by: ${faults}.`;
    throw new DomainError('rule', 'LOW_QUALITY', detail, { reasons });
  }
  return face;
}

const refuse = (code: string, detail: string) => new DomainError('rule', code, detail);
