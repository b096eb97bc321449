import { employeeQr, needsWhitePlate, readableOn, visibleOn, type BadgeTemplate } from '@rollcall/contracts';
import { fitted, LEADING, type Fit } from '../../platform/typeface/fitted.js';
import { BLEED, cardSize } from './card-size.js';
import { mixed } from './card-colours.js';
import {
  BAND,
  backOfCard,
  companyOf,
  frontOfCard,
  NUMBER_GAP,
  paragraphsOf,
  PLATE,
  TEXT_GAP,
} from './card-layout.js';
import type { Drawing, Shape } from './drawing.js';
import { qrPath } from './qr-path.js';
import type { SetLine, Typeface } from '../../platform/typeface/typeface.js';

/** What stands on a card. */
export interface CardContent {
  readonly name: string;
  readonly employeeNo: string;
  readonly department: string | null;
  /** Both are JPEG or PNG. */
  readonly portrait: Uint8Array;
  /** Null where there is none. */
  readonly logo: Uint8Array | null;
  readonly template: BadgeTemplate;
}

/** Base line below the top of a line, and how high capitals are, in shares of the size. */
const BASE = 0.95;

export async function frontOf(card: CardContent, typeface: Typeface): Promise<Drawing> {
  const { template } = card;
  const upright = template.layout === 'portrait';
  const { width, height } = cardSize(template.layout);
  const { portrait, column, fits } = frontOfCard(template);
  const soft = mixed(template.text, template.background, 0.38);
  const lines = [
    ...(await set(card.name, fits.name, template.text)),
    ...(await set(template.showDepartment ? (card.department ?? '') : '', fits.department, soft)),
    ...(await set(
      card.employeeNo,
      fits.employeeNo,
      visibleOn(template.background, template.accent, template.text),
    )),
  ];
  const shapes: Shape[] = [
    ...(await band(card, width, typeface)),
    { kind: 'picture', ...portrait, image: card.portrait, fit: 'cover', radius: 1.6 },
    ...stacked(lines, column, upright),
    {
      kind: 'area',
      x: -BLEED,
      y: height - 1.6,
      width: width + 2 * BLEED,
      height: 1.6 + BLEED,
      fill: template.accent,
    },
  ];
  return { width, height, background: template.background, shapes };

  async function set(text: string, fit: Fit, fill: string) {
    const found = await fitted(typeface, text, fit);
    return found.map((line, i) => ({ line, fill, gap: i === found.length - 1 ? 1.3 : 0 }));
  }
}

/** What the backs of all cards say, set once for as many as are printed. */
export async function backTextOf(template: BadgeTemplate, typeface: Typeface): Promise<Stacked[]> {
  const fill = mixed(template.text, template.background, 0.2);
  const { text } = backOfCard(template).fits;
  const lines: Stacked[] = [];
  for (const paragraph of paragraphsOf(template))
    for (const line of await fitted(typeface, paragraph, text)) lines.push({ line, fill, gap: TEXT_GAP });
  return lines;
}

/** @param text see `backTextOf` */
export async function backOf(
  card: CardContent,
  text: readonly Stacked[],
  typeface: Typeface,
): Promise<Drawing> {
  const { template } = card;
  const upright = template.layout === 'portrait';
  const { width, height } = cardSize(template.layout);
  const { code, column, room, fits } = backOfCard(template);
  const shapes: Shape[] = [
    {
      kind: 'area',
      x: -BLEED,
      y: height - BAND / 2,
      width: width + 2 * BLEED,
      height: BAND / 2 + BLEED,
      fill: template.accent,
    },
  ];
  if (template.showQr) {
    const { path, side } = qrPath(employeeQr(card.employeeNo));
    const unit = code.side / (side + 8);
    shapes.push({
      kind: 'area',
      x: code.x,
      y: code.y,
      width: code.side,
      height: code.side,
      fill: '#ffffff',
      radius: 1,
    });
    shapes.push({ kind: 'path', x: code.x + 4 * unit, y: code.y + 4 * unit, unit, path, fill: '#000000' });
  }
  const number = (await fitted(typeface, card.employeeNo, fits.employeeNo)).map((line) => ({
    line,
    fill: template.text,
    gap: NUMBER_GAP,
  }));
  shapes.push(...stacked(withinRoom([...number, ...text], room), column, upright));
  return { width, height, background: template.background, shapes };
}

export interface Stacked {
  readonly line: SetLine;
  readonly fill: string;
  /** Millimetres of air below. */
  readonly gap: number;
}

/** Lines one below the other, flush left or centred. */
function stacked(
  lines: readonly Stacked[],
  column: { x: number; y: number; width: number },
  centred: boolean,
): Shape[] {
  let { y } = column;
  return lines.map(({ line, fill, gap }) => {
    const x = centred ? column.x + (column.width - line.width) / 2 : column.x;
    const shape: Shape = { kind: 'line', x, y: y + BASE * line.size, fill, text: line };
    y += LEADING * line.size + gap;
    return shape;
  });
}

function withinRoom(lines: readonly Stacked[], room: number): Stacked[] {
  let used = 0;
  return lines.filter(({ line, gap }) => (used += LEADING * line.size + gap) <= room);
}

/** The company's colour across the top, with its logo and name. */
async function band({ template, logo }: CardContent, width: number, typeface: Typeface): Promise<Shape[]> {
  const shapes: Shape[] = [
    {
      kind: 'area',
      x: -BLEED,
      y: -BLEED,
      width: width + 2 * BLEED,
      height: BAND + BLEED,
      fill: template.accent,
    },
  ];
  if (logo) {
    const plated =
      template.logoPlate === 'white' ||
      (template.logoPlate === 'auto' && needsWhitePlate(template.logoColours, template.accent));
    if (plated) shapes.push({ kind: 'area', ...PLATE, fill: '#ffffff', radius: 1 });
    const inside = {
      x: PLATE.x + 0.7,
      y: PLATE.y + 0.7,
      width: PLATE.width - 1.4,
      height: PLATE.height - 1.4,
    };
    shapes.push({ kind: 'picture', ...inside, image: logo, fit: 'contain' });
  }
  const { x, fit } = companyOf(template, logo !== null);
  const lines = await fitted(typeface, template.companyName, fit);
  const high = lines.reduce((sum, { size }) => sum + LEADING * size, 0);
  const fill = readableOn(template.accent);
  return [
    ...shapes,
    ...stacked(
      lines.map((line) => ({ line, fill, gap: 0 })),
      { x, y: (BAND - high) / 2, width: fit.width },
      false,
    ),
  ];
}
