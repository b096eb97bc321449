import type { BadgeTemplate } from '@rollcall/contracts';
import { fitted, isCut, LEADING } from '../../platform/typeface/fitted.js';
import type { Typeface } from '../../platform/typeface/typeface.js';
import { backOfCard, companyOf, frontOfCard, NUMBER_GAP, paragraphsOf, TEXT_GAP } from './card-layout.js';
import type { CardContent } from './card-sides.js';

/** What of somebody's front is cut short for want of room. */
export async function cutOnFront(
  { name, department, employeeNo, template }: Omit<CardContent, 'portrait' | 'logo'>,
  typeface: Typeface,
): Promise<string[]> {
  const { fits } = frontOfCard(template);
  const words = { name, department: (template.showDepartment && department) || '', employeeNo };
  const cut = [];
  for (const field of ['name', 'department', 'employeeNo'] as const)
    if (await isCut(typeface, words[field], fits[field])) cut.push(words[field]);
  return cut;
}

/** What of the texts that all cards have in common is cut short. */
export async function cutOnAll(
  template: Omit<BadgeTemplate, 'unprintable' | 'cut'>,
  typeface: Typeface,
): Promise<string[]> {
  const { companyName, backText, hasLogo } = template;
  const company = await isCut(typeface, companyName, companyOf(template, hasLogo).fit);
  const back = await isBackTextCut(template, typeface);
  return [...(company ? [companyName] : []), ...(back ? [backText] : [])];
}

/** Lines of it may be too long, or too many below a number of the usual size. */
async function isBackTextCut(
  template: Pick<BadgeTemplate, 'layout' | 'showQr' | 'backText'>,
  typeface: Typeface,
): Promise<boolean> {
  const { room, fits } = backOfCard(template);
  let used = LEADING * fits.employeeNo.size + NUMBER_GAP;
  for (const paragraph of paragraphsOf(template)) {
    if (await isCut(typeface, paragraph, fits.text)) return true;
    for (const { size } of await fitted(typeface, paragraph, fits.text)) used += LEADING * size + TEXT_GAP;
  }
  return used > room;
}
