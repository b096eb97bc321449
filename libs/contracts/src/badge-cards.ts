import { z } from 'zod';
import { id, storable } from './wire.js';

const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/, { error: 'must be a colour like #1d4ed8' });
export const LOGO_PLATES = ['auto', 'white', 'none'] as const;
const line = (max: number) => storable(z.string().trim().max(max));

/** How the cards of this organisation look. */
export const badgeTemplate = z
  .object({
    companyName: line(60),
    accent: colour.describe('Of the band and the rule.'),
    background: colour,
    text: colour,
    layout: z.enum(['landscape', 'portrait']).describe('Which way up the card is worn.'),
    showDepartment: z.boolean(),
    showQr: z.boolean(),
    backText: line(400).describe('On the back: to whom a lost card is returned, say. Lines are kept.'),
    logoPlate: z
      .enum(LOGO_PLATES)
      .describe('What the logo stands on. auto: on white where it could hardly be seen on the band.'),
    hasLogo: z.boolean(),
    logoColours: z.array(colour).describe('Its main colours.'),
    unprintable: z
      .array(z.string())
      .describe('Characters of these texts that no font has: printed as squares.'),
    cut: z.array(z.string()).describe('Of these texts those that do not fit: printed cut short.'),
  })
  .meta({ id: 'BadgeTemplate' });
export type BadgeTemplate = z.infer<typeof badgeTemplate>;

export const badgeTemplateUpdate = badgeTemplate
  .omit({ hasLogo: true, logoColours: true, unprintable: true, cut: true })
  .partial()
  .meta({ id: 'BadgeTemplateUpdate' });
export type BadgeTemplateUpdate = z.infer<typeof badgeTemplateUpdate>;

export const cardSide = z.enum(['front', 'back']);
export type CardSide = z.infer<typeof cardSide>;
export const sheetPaper = z.enum(['a4', 'letter']);
export type SheetPaper = z.infer<typeof sheetPaper>;

export const cardPngQuery = z.object({ side: cardSide.default('front') });
export type CardPngQuery = z.infer<typeof cardPngQuery>;
export const cardPdfQuery = z.object({
  paper: z
    .enum(['card', 'bleed', 'a4', 'letter'])
    .default('card')
    .describe(
      'card: pages of the size of the card. bleed: 3 mm more on every side, and crop marks. a4, letter: ten of this card on a sheet.',
    ),
});
export type CardPdfQuery = z.infer<typeof cardPdfQuery>;

export const MAX_SHEET_BADGES = 100;
const badgeIds = z
  .union([id, z.array(id).min(1).max(MAX_SHEET_BADGES)], {
    error: `must be ids of 1 to ${MAX_SHEET_BADGES} badges: ?badge=...&badge=...`,
  })
  .describe(`Repeat it for every badge, at most ${MAX_SHEET_BADGES}: ?badge=...&badge=...`);
export const sheetQuery = z.object({ badge: badgeIds, paper: sheetPaper.default('a4') });
export type SheetQuery = z.infer<typeof sheetQuery>;

export const cardWordsQuery = z.object({ badge: badgeIds });
export type CardWordsQuery = z.infer<typeof cardWordsQuery>;

/** What is said of cards before they are printed. */
export const cardWords = z
  .object({
    items: z.array(
      z.object({
        badgeId: id,
        unprintable: z
          .array(z.string())
          .describe('Characters on this card that no font has: printed as squares.'),
        cut: z.array(z.string()).describe('Texts on this card that do not fit: printed cut short.'),
      }),
    ),
  })
  .meta({ id: 'CardWords' });
export type CardWords = z.infer<typeof cardWords>;

const QR_PREFIX = 'rollcall:employee:';

/**
 * What the QR code on a card says: who claims to be there, and nothing that lets anybody in. The kiosk fills in the
 * number; the PIN is still asked for.
 */
export const employeeQr = (employeeNo: string) => QR_PREFIX + encodeURIComponent(employeeNo);

/** The employee number that a scanned QR code names; null where it is no code of ours. */
export function employeeNoOfQr(scanned: string): string | null {
  if (!scanned.startsWith(QR_PREFIX)) return null;
  try {
    return decodeURIComponent(scanned.slice(QR_PREFIX.length)) || null;
  } catch {
    return null;
  }
}
