import { JOB_KINDS, type JobKind, type Role } from '@rollcall/contracts';

const OF_ROLES: Partial<Record<Role, readonly JobKind[]>> = {
  enroller: ['people.import', 'badges.render', 'badges.instant'],
  hr: ['reports.make', 'reports.mail'],
};

/** The kinds of background work that a role may look at; enrollers and hr may also stop theirs. */
export const kindsFor = (role: Role): readonly JobKind[] => OF_ROLES[role] ?? JOB_KINDS;
