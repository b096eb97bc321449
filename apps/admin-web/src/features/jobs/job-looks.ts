import type { Job, JobKind, JobState } from '@rollcall/contracts';
import {
  IconBrush,
  IconCpu,
  IconDatabaseSearch,
  IconFileSpreadsheet,
  IconKey,
  IconMail,
  IconUsersPlus,
  type Icon,
} from '@tabler/icons-react';

export const KIND_ICON: Record<JobKind, Icon> = {
  'people.import': IconUsersPlus,
  'templates.rotate-key': IconKey,
  'models.prepare': IconCpu,
  'gallery.index': IconDatabaseSearch,
  'badges.render': IconBrush,
  'reports.make': IconFileSpreadsheet,
  'reports.mail': IconMail,
  'badges.instant': IconBrush,
};

export const STATE_COLOR: Record<JobState, string> = {
  waiting: 'gray',
  active: 'petrol',
  completed: 'green',
  failed: 'red',
  cancelled: 'gray',
};

/** Where what came of a job can be looked at. */
export const pageOf = ({ id, kind, result }: Pick<Job, 'id' | 'kind' | 'result'>): string =>
  ({
    'people.import': `/people/import?job=${id}`,
    'models.prepare': `/settings/models?report=${id}`,
    'templates.rotate-key': '/settings/gallery',
    'gallery.index': '/settings/gallery',
    'reports.make': '/reports',
    'reports.mail': '/jobs',
    'badges.render': portraitOf(result),
    'badges.instant': portraitOf(result),
  })[kind];

const portraitOf = (result: Job['result']) =>
  typeof result?.['badgeId'] === 'string' ? `/badges/${result['badgeId']}` : '/badges';
