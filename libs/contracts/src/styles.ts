import { z } from 'zod';
import { portraitRecipe } from './badges.js';
import { id, instant, oneLine, pageOf } from './wire.js';

export const STYLE_KINDS = ['built-in', 'uploaded', 'preset'] as const;
export const styleKind = z
  .enum(STYLE_KINDS)
  .describe(
    'built-in: comes with Rollcall. uploaded: a picture of your own. preset: a network that needs no waiting.',
  );
export type StyleKind = z.infer<typeof styleKind>;

export const style = z
  .object({
    id,
    key: z
      .string()
      .nullable()
      .describe(
        'Names what comes with Rollcall, for whoever shows it in another language; null for uploads.',
      ),
    name: z.string(),
    kind: styleKind,
    instant: z.boolean().describe('True where a portrait takes a second or two instead of minutes.'),
    usable: z
      .boolean()
      .describe('False while the weights that portraits of this kind are painted with are not installed.'),
    recipes: z
      .array(portraitRecipe)
      .describe('By which it can be painted with the weights that are installed; none where it is a preset.'),
    width: z.int().describe('Of the picture, in pixels.'),
    height: z.int(),
    createdAt: instant.nullable().describe('null: comes with Rollcall.'),
  })
  .meta({ id: 'Style' });
export type Style = z.infer<typeof style>;
export const stylePage = pageOf(style, 'StylePage');

/** The fields beside the picture. */
export const styleCreate = z.object({ name: oneLine(80) });
export type StyleCreate = z.infer<typeof styleCreate>;
