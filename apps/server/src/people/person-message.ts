import type { Consent, Person as PersonMessage } from '@rollcall/contracts';
import type { Person } from './person.entity.js';

/** A person as the API shows one. */
export const presentPerson = (person: Person): PersonMessage => ({
  id: person.id,
  employeeNo: person.employeeNo ?? '',
  name: person.name,
  email: person.email ?? null,
  departmentId: person.departmentId ?? null,
  siteId: person.siteId ?? null,
  shiftId: person.shiftId ?? null,
  status: person.status,
  consent: consentOf(person),
  enrolled: person.faceCount > 0,
  hasPin: person.hasPin,
  createdAt: person.createdAt.toISOString(),
  updatedAt: person.updatedAt.toISOString(),
});

function consentOf(person: Person): Consent | null {
  if (!person.consentVersion || !person.consentGivenAt) return null;
  return {
    documentVersion: person.consentVersion,
    givenAt: person.consentGivenAt.toISOString(),
    withdrawnAt: person.consentWithdrawnAt?.toISOString() ?? null,
  };
}

/** True while a consent that was given stands. */
export const hasConsent = (person: Person) =>
  person.consentGivenAt !== null && person.consentWithdrawnAt === null;
