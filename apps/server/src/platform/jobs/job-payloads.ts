import type { JobKind, ReportOrder } from '@rollcall/contracts';

/** What a job of each kind carries: ids and choices; whoever runs it loads the rest. */
export interface JobPayloads extends Record<JobKind, object> {
  'people.import': { readonly importId: string };
  'templates.rotate-key': Record<string, never>;
  'models.prepare': { readonly pack: string };
  'gallery.index': Record<string, never>;
  'badges.render': { readonly badgeId: string };
  'reports.make': ReportOrder;
  'reports.mail': {
    readonly scheduleId: string;
    readonly due: string;
    readonly from: string;
    readonly to: string;
  };
  /** By a preset, in a second or two: not behind those that take minutes. */
  'badges.instant': { readonly badgeId: string };
}
