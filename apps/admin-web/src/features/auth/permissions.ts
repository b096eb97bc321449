import type { Role } from '@rollcall/contracts';
import { useSession } from './session.js';

/** What each role may do; the server enforces the same, this only hides what would be refused. */
const ALLOWED = {
  'people.edit': ['admin', 'enroller'],
  'faces.list': ['admin', 'enroller', 'auditor'],
  'faces.photo': ['admin', 'enroller'],
  'faces.enroll': ['admin', 'enroller'],
  'checkIns.read': ['admin', 'hr', 'auditor'],
  'checkIns.frame': ['admin', 'auditor'],
  'attendance.read': ['admin', 'hr', 'auditor'],
  'attendance.edit': ['admin', 'hr'],
  'attendance.unlock': ['admin'],
  'reports.order': ['admin', 'hr'],
  'reports.schedule': ['admin', 'hr'],
  'shiftFeeds.make': ['admin', 'hr'],
  'devices.read': ['admin', 'hr', 'auditor'],
  'devices.edit': ['admin'],
  'organisation.edit': ['admin'],
  'users.read': ['admin', 'auditor'],
  'users.names': ['admin', 'hr', 'auditor'],
  'users.edit': ['admin'],
  'reviews.read': ['admin', 'hr', 'auditor'],
  'reviews.decide': ['admin', 'hr'],
  'jobs.read': ['admin', 'enroller', 'auditor'],
  'jobs.cancel': ['admin', 'enroller'],
  'jobs.retry': ['admin'],
  'recognition.use': ['admin', 'enroller'],
  'recognition.settings': ['admin', 'auditor'],
  'models.read': ['admin', 'auditor'],
  'models.edit': ['admin'],
  'recognition.tune': ['admin'],
  'badges.read': ['admin', 'enroller', 'auditor'],
  'badges.make': ['admin', 'enroller'],
  'badges.design': ['admin'],
  'badges.cancelWaiting': ['admin'],
} satisfies Record<string, Role[]>;

export type Permission = keyof typeof ALLOWED;

export const may = (role: Role, permission: Permission): boolean =>
  (ALLOWED[permission] as Role[]).includes(role);

/** Asks for the signed-in user; everything is refused while nobody is known. */
export function useMay(): (permission: Permission) => boolean {
  const { data: user } = useSession();
  return (permission) => (user ? may(user.role, permission) : false);
}
