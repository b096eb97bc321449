import { DomainError } from '../../platform/domain-error.js';

/** Why a line or a photo was not taken: a stable code, and words for whoever sent it. */
export interface Reason {
  readonly code: string;
  readonly detail: string;
  /** Whose face a photo shows, where that is somebody else's. */
  readonly likePersonId?: string | undefined;
}

/** A refusal by the rules of the house as a reason; what else was thrown goes on. */
export function reasonOf(error: unknown): Reason {
  if (!(error instanceof DomainError) || error.kind === 'busy') throw error;
  return { code: error.code, detail: error.message, likePersonId: error.extra.personId };
}

export const NO_CONSENT: Reason = {
  code: 'CONSENT_REQUIRED',
  detail:
    'This person has not consented to face recognition. Fill in consentVersion and consentGivenAt, or record the ' +
    'consent in Rollcall, and import again.',
};
export const CONSENT_IN_FUTURE: Reason = {
  code: 'CONSENT_IN_FUTURE',
  detail: 'consentGivenAt lies in the future. Fill in when the consent was given.',
};
export const TOO_LARGE: Reason = {
  code: 'IMAGE_TOO_LARGE',
  detail: 'The picture is larger than 20 MB. Send a smaller one.',
};
export const MISSING: Reason = {
  code: 'PHOTO_MISSING',
  detail: 'The list names this photo, but no file of this name was sent.',
};
export const EXPIRED: Reason = {
  code: 'PHOTO_EXPIRED',
  detail: 'The photo waited longer than its deletion date. Import it again.',
};
export const LOST: Reason = {
  code: 'PHOTO_LOST',
  detail:
    'The photo came, but it is missing where photos are kept. Import it again; if that repeats, have the place of the ' +
    'photos looked after (BLOBS, DATA_DIR).',
};
export const UNREADABLE: Reason = {
  code: 'PHOTO_NOT_READ',
  detail: 'Recognition was busy or broke off at this photo, several times. Import again for another try.',
};

/** The photos of a line go the way of the line. */
export const ROW_REFUSED = 'Its line was not taken.';
