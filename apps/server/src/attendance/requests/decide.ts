import type { Decide } from '@rollcall/contracts';
import type { Requested } from './request.js';

/** Writes down what somebody said to a request; it may be said again, otherwise, as long as the month is open. */
export function decided<T extends Requested>(
  request: T,
  actor: string,
  { status, note }: Decide,
  now: Date,
): T {
  return Object.assign(request, { status, note: note ?? null, decidedBy: actor, decidedAt: now });
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
