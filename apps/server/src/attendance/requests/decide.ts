import type { Decide } from '@rollcall/contracts';
import { DomainError } from '../../platform/domain-error.js';
import type { Principal } from '../../platform/http/principal.js';
import type { Requested } from './request.js';

/**
 * Writes down what somebody said to a request. It is said once: saying the same again changes nothing, and only what
 * was approved may be taken back, with a note, which stands behind the one that was there.
 *
 * @returns null where the same was said before
 * @throws DomainError REQUEST_DECIDED
 */
export function decided<T extends Requested>(
  request: T,
  actor: string,
  { status, note }: Decide,
  now: Date,
): T | null {
  const again = request.status === status && (note === undefined || note === request.note);
  if (again) return null;
  const takenBack = request.status === 'approved' && status === 'refused' && note !== undefined;
  if (request.status !== 'requested' && !takenBack)
    throw new DomainError('conflict', 'REQUEST_DECIDED', DECIDED[request.status]);
  const notes = [request.note, note].filter((each) => each !== null && each !== undefined);
  return Object.assign(request, { status, note: notes.join('\n') || null, decidedBy: actor, decidedAt: now });
}

/**
 * Nobody decides about what they are paid by. Who signs in is no person of the gallery: where both have one email
 * address they are taken for one.
 *
 * @throws DomainError OWN_REQUEST
 */
export function refuseOneself({ email }: Principal, person: { email: string | null }): void {
  if (email !== null && email === person.email?.toLowerCase())
    throw new DomainError('forbidden', 'OWN_REQUEST', 'This is about yourself: another person decides.');
}

const DECIDED = {
  approved: 'This is approved. To take it back, refuse it with a note that says why.',
  refused: 'This is refused. Ask for it anew.',
};

/** What the audit log keeps of a decision. What was noted stays with the request, where it can be forgotten. */
export const decisionDetails = (before: Requested, { status, note }: Decide) => ({
  status,
  noted: note !== undefined,
  ...(before.decidedBy && {
    before: {
      status: before.status,
      decidedBy: before.decidedBy,
      decidedAt: before.decidedAt?.toISOString() ?? null,
    },
  }),
});

/** @throws DomainError REQUEST_EXISTS */
export function refuseAskedAlready(same: { id: string; status: string } | undefined | null): void {
  if (!same) return;
  const detail =
    same.status === 'requested'
      ? `A request for this waits already (${same.id}). Decide that one first.`
      : `This was asked for already and is approved (${same.id}).`;
  throw new DomainError('conflict', 'REQUEST_EXISTS', detail);
}

/** How the API shows it. */
export const presentRequest = (request: Requested) => ({
  status: request.status,
  requestedBy: request.requestedBy,
  decidedBy: request.decidedBy,
  note: request.note,
  createdAt: request.createdAt.toISOString(),
  decidedAt: request.decidedAt?.toISOString() ?? null,
});

/** A request as it is made. */
export const requested = (actor: string, now: Date) =>
  ({
    status: 'requested',
    requestedBy: actor,
    decidedBy: null,
    note: null,
    createdAt: now,
    decidedAt: null,
  }) as const;
