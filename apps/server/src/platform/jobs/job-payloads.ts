import type { JobKind } from '@rollcall/contracts';

/** What a job of each kind carries: ids and choices; whoever runs it loads the rest. */
export interface JobPayloads extends Record<JobKind, object> {
  'people.import': { readonly importId: string };
  'templates.rotate-key': Record<string, never>;
  'models.prepare': { readonly pack: string };
  'gallery.index': Record<string, never>;
  'badges.render': { readonly badgeId: string };
  /** By a preset, in a second or two: not behind those that take minutes. */
  'badges.instant': { readonly badgeId: string };
}
