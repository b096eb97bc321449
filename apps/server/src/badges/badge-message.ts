import type { Badge as BadgeMessage, BadgeState } from '@rollcall/contracts';
import type { Job } from '../platform/jobs/job.entity.js';
import type { Badge } from './badge.entity.js';

const BASE = '/api/v1/badges';

/** Another address for every picture: what was shown before is not shown again. */
export const previewUrlOf = (badgeId: string, step: number) => `${BASE}/${badgeId}/preview.png?step=${step}`;
export const portraitUrlOf = (badgeId: string) => `${BASE}/${badgeId}/portrait.png`;

/** A badge as the API shows one. Jobs that ended long ago are gone. */
export const presentBadge = (badge: Badge, job: Job | undefined): BadgeMessage => ({
  id: badge.id,
  personId: badge.personId,
  faceId: badge.faceId,
  styleId: badge.styleId,
  styleName: badge.styleName,
  blend: badge.blend,
  settings: badge.settings,
  state: stateOf(badge, job),
  jobId: badge.jobId,
  step: badge.step,
  losses: badge.losses,
  likeness: badge.likeness,
  previewUrl: badge.previewId ? previewUrlOf(badge.id, badge.step) : null,
  portraitUrl: badge.portraitId ? portraitUrlOf(badge.id) : null,
  error: job?.state === 'completed' ? null : (job?.error ?? null),
  createdAt: badge.createdAt.toISOString(),
  finishedAt: badge.finishedAt?.toISOString() ?? null,
});

function stateOf(badge: Badge, job: Job | undefined): BadgeState {
  if (badge.portraitId && job?.state !== 'waiting' && job?.state !== 'active') return 'ready';
  if (!job || job.state === 'completed') return 'failed';
  return job.state;
}
