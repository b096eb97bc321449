import type { DeviceCreate, DeviceWithKey, Person, PersonCreate, Site } from '@rollcall/contracts';
import type { Client } from './client.js';
import { aPhoto } from './scripted-face-engine.js';

let count = 0;
const unique = () => `${Date.now().toString(36)}${(++count).toString(36)}`;

export const aPerson = (fields: Partial<PersonCreate> = {}): PersonCreate => ({
  employeeNo: `E-${unique()}`,
  name: 'Ada Example',
  ...fields,
});

export const aConsent = () => ({ documentVersion: '2026-01', givenAt: '2026-01-01T09:00:00Z' });

/** A person who consented, with one scripted face enrolled. */
export async function anEnrolledPerson(admin: Client, who: number, fields: Partial<PersonCreate> = {}) {
  const person = await aConsentingPerson(admin, fields);
  await admin.upload(`/people/${person.id}/faces`, [['photo', aPhoto({ who })]], 201);
  return person;
}

export async function aConsentingPerson(admin: Client, fields: Partial<PersonCreate> = {}) {
  const person = await admin.post<Person>('/people', aPerson(fields), 201);
  await admin.put(`/people/${person.id}/consent`, aConsent());
  return person;
}

export const aSite = (admin: Client, timeZone = 'Europe/Berlin') =>
  admin.post<Site>('/sites', { name: `Site ${unique()}`, timeZone }, 201);

export const aDevice = (admin: Client, fields: Partial<DeviceCreate> = {}) =>
  admin.post<DeviceWithKey>('/devices', { name: 'Front door', ...fields }, 201);
