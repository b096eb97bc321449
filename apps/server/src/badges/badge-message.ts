import type { Badge as BadgeMessage, BadgeState } from '@rollcall/contracts';
import type { Job } from '../platform/jobs/job.entity.js';
import type { Badge } from './badge.entity.js';

const BASE = '/api/v1/badges';

/** Another address for every picture: what was shown before is not shown again. */
export const previewUrlOf = (badgeId: string, step: number) => `${BASE}/${badgeId}/preview.png?step=${step}`;
export const portraitUrlOf = (badgeId: string) => `${BASE}/${badgeId}/portrait.png`;
/** Kept by browsers for a while, so that another portrait has another address. */
const thumbnailUrlOf = (badgeId: string, portraitId: string) =>
  `${BASE}/${badgeId}/thumbnail.png?of=${portraitId}`;

/** A badge as the API shows one. Jobs that ended long ago are gone. */
export const presentBadge = (badge: Badge, personName: string, job: Job | undefined): BadgeMessage => ({
  id: badge.id,
  personId: badge.personId,
  personName,
  faceId: badge.faceId,
  styleId: badge.styleId,
  styleName: badge.styleName,
  blend: badge.blend,
  settings: badge.settings,
  state: stateOf(badge, job),
  jobId: badge.jobId,
  step: badge.step,
  complete: badge.complete,
  losses: badge.losses,
  likeness: badge.likeness,
  previewUrl: badge.previewId ? previewUrlOf(badge.id, badge.step) : null,
  portraitUrl: badge.portraitId ? portraitUrlOf(badge.id) : null,
  thumbnailUrl: badge.portraitId ? thumbnailUrlOf(badge.id, badge.portraitId) : null,
  error: job?.state === 'completed' ? null : (job?.error ?? null),
  createdAt: badge.createdAt.toISOString(),
  // One that never came to its turn ended with its job.
  finishedAt: (badge.finishedAt ?? job?.finishedAt)?.toISOString() ?? null,
});

function stateOf(badge: Badge, job: Job | undefined): BadgeState {
  if (badge.portraitId && job?.state !== 'waiting' && job?.state !== 'active') return 'ready';
  // Of the jobs that come to no portrait, only those that were cancelled go with time.
  if (!job) return 'cancelled';
  if (job.state === 'completed') return 'failed';
  return job.state;
}
