import type { BadgeTemplate } from '@rollcall/contracts';
import type { Fit } from '../../platform/typeface/fitted.js';
import { cardSize } from './card-size.js';

const EDGE = 4.6;
export const BAND = 11.5;
/** What the logo stands on. */
export const PLATE = { x: EDGE, y: 1.75, width: 14, height: BAND - 3.5 };
/** Millimetres of air below the number on the back, and below each line of its text. */
export const NUMBER_GAP = 1.4;
export const TEXT_GAP = 0.2;

/** Where portrait and lines are, and how much room each of the lines has. */
export function frontOfCard({ layout }: Pick<BadgeTemplate, 'layout'>) {
  const upright = layout === 'portrait';
  const { width } = cardSize(layout);
  const portrait = upright
    ? { x: (width - 30) / 2, y: BAND + 4, width: 30, height: 37.5 }
    : { x: EDGE, y: BAND + 4.4, width: 26.4, height: 33 };
  const column = upright
    ? { x: EDGE, y: portrait.y + portrait.height + 3.4, width: width - 2 * EDGE }
    : {
        x: portrait.x + portrait.width + 4.4,
        y: BAND + 6,
        width: width - portrait.x - portrait.width - 4.4 - EDGE,
      };
  const room = { width: column.width };
  const fits = {
    name: { ...room, weight: 'bold', size: 5, least: 2.6, lines: 4, height: upright ? 13 : 19 },
    department: { ...room, weight: 'regular', size: 3.2, least: 2.2, lines: 2 },
    employeeNo: { ...room, weight: 'bold', size: 3.4, least: 2.2, lines: 1 },
  } satisfies Record<string, Fit>;
  return { portrait, column, fits };
}

/** Where the company's name begins, and how much room it has. */
export function companyOf({ layout }: Pick<BadgeTemplate, 'layout'>, hasLogo: boolean) {
  const x = hasLogo ? EDGE + PLATE.width + 2.6 : EDGE;
  const width = cardSize(layout).width - x - EDGE;
  return { x, fit: { weight: 'bold', size: 3.9, least: 2.2, width, lines: 2 } satisfies Fit };
}

/** Where the QR code lies, and what is left for lines beside or below it. `room` is how high they may be together. */
export function backOfCard({ layout, showQr }: Pick<BadgeTemplate, 'layout' | 'showQr'>) {
  const upright = layout === 'portrait';
  const { width, height } = cardSize(layout);
  const code = {
    side: showQr ? 30 : 0,
    x: upright ? (width - 30) / 2 : EDGE + 1,
    y: upright ? 7 : 8.5,
  };
  const beside = !upright && showQr;
  const column = {
    x: beside ? code.x + code.side + 4.5 : EDGE,
    y: upright && showQr ? code.y + code.side + 4 : 9,
    width: beside ? width - code.x - code.side - 4.5 - EDGE : width - 2 * EDGE,
  };
  const fits = {
    employeeNo: { weight: 'bold', size: 3.4, least: 2.1, width: column.width, lines: 1 },
    text: { weight: 'regular', size: 2.5, least: 2.5, width: column.width, lines: 6 },
  } satisfies Record<string, Fit>;
  return { code, column, room: height - BAND / 2 - column.y - 2, fits };
}

export const paragraphsOf = ({ backText }: Pick<BadgeTemplate, 'backText'>) =>
  backText.split('\n').map((paragraph) => paragraph.trim());
