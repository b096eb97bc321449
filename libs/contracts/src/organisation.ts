import { z } from 'zod';
import { id, instant, pageOf, text } from './wire.js';

const isTimeZone = (zone: string) => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return !/^[+-]/.test(zone);
  } catch {
    return false;
  }
};

/** IANA name, for example Europe/Berlin. Offsets are no zones: they know no daylight saving. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: 'must be an IANA time zone such as Europe/Berlin' });

export const site = z
  .object({ id, name: z.string(), timeZone: z.string(), createdAt: instant })
  .meta({ id: 'Site' });
export type Site = z.infer<typeof site>;
export const siteCreate = z.object({ name: text(120), timeZone }).meta({ id: 'SiteCreate' });
export type SiteCreate = z.infer<typeof siteCreate>;
export const siteUpdate = siteCreate.partial().meta({ id: 'SiteUpdate' });
export type SiteUpdate = z.infer<typeof siteUpdate>;
export const sitePage = pageOf(site, 'SitePage');

export const department = z.object({ id, name: z.string(), createdAt: instant }).meta({ id: 'Department' });
export type Department = z.infer<typeof department>;
export const departmentCreate = z.object({ name: text(120) }).meta({ id: 'DepartmentCreate' });
export type DepartmentCreate = z.infer<typeof departmentCreate>;
export const departmentUpdate = departmentCreate.partial().meta({ id: 'DepartmentUpdate' });
export type DepartmentUpdate = z.infer<typeof departmentUpdate>;
export const departmentPage = pageOf(department, 'DepartmentPage');
