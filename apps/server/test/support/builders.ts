import type { DeviceCreate, DeviceWithKey, Person, PersonCreate, Site } from '@rollcall/contracts';
import type { Client } from './client.js';
import type { Rollcall } from './rollcall.js';
import { aPhoto } from './scripted-face-engine.js';

let count = 0;
export const unique = () => `${Date.now().toString(36)}${(++count).toString(36)}`;

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

export const NOBODY = '019a0000-0000-7000-8000-000000000000';

/** A kiosk and the client that speaks with its key. */
export async function aKiosk(rollcall: Rollcall, fields: Partial<DeviceCreate> = {}) {
  const device = await aDevice(await rollcall.admin(), fields);
  return { device, kiosk: rollcall.kiosk(device.deviceKey) };
}

/** A kiosk at a site of its own in this zone. */
export async function aKioskIn(rollcall: Rollcall, timeZone: string, fields: Partial<DeviceCreate> = {}) {
  const site = await aSite(await rollcall.admin(), timeZone);
  return { site, ...(await aKiosk(rollcall, { siteId: site.id, ...fields })) };
}
