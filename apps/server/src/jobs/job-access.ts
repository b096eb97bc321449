import { JOB_KINDS, type JobKind, type Role } from '@rollcall/contracts';

const OF_ENROLLERS: readonly JobKind[] = ['people.import', 'badges.render', 'badges.instant'];

/** The kinds of background work that a role may look at; of these an enroller may also stop some. */
export const kindsFor = (role: Role): readonly JobKind[] => (role === 'enroller' ? OF_ENROLLERS : JOB_KINDS);
