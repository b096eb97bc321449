import {
  LEAST_STRENGTH,
  portraitSettings,
  type Badge,
  type BadgeCreate,
  type PortraitSettings,
  type Style,
} from '@rollcall/contracts';

/** A style of a mixture, and how much of it. */
export interface Part {
  styleId: string;
  weight: number;
}
/** What somebody has chosen so far. */
export interface Wish {
  faceId: string | null;
  parts: Part[];
  settings: PortraitSettings;
}

/** One style and three beside it, as the contract has it. */
export const MOST_PARTS = 4;
export const EVEN = 50;
const HEAVIEST = 100;

export const blankWish = (): Wish => ({ faceId: null, parts: [], settings: portraitSettings.parse({}) });

/** The wish that a portrait came of, to change something of it. */
export function wishOf({ faceId, styleId, blend, settings }: Badge): Wish {
  const parts = [{ styleId, weight: 1 }, ...blend];
  const heaviest = Math.max(...parts.map(({ weight }) => weight));
  const scale = Math.min(EVEN, HEAVIEST / heaviest);
  return {
    faceId,
    parts: parts.map((part) => ({ ...part, weight: part.weight * scale })),
    // Earlier ones may have less than can be asked for now.
    settings: {
      ...portraitSettings.parse({}),
      ...settings,
      strength: Math.max(LEAST_STRENGTH, settings.strength),
    },
  };
}

/** The parts whose styles are still there. */
export const withoutDeleted = (parts: readonly Part[], styles: readonly Pick<Style, 'id'>[]): Part[] =>
  parts.filter(({ styleId }) => styles.some(({ id }) => id === styleId));

/** Shares of the parts; together 1. */
export function sharesOf(parts: readonly Part[]): number[] {
  const whole = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.map(({ weight }) => weight / whole);
}

/** With or without this style: one takes the other's place, or they mix. */
export function choose(parts: readonly Part[], styleId: string, mixing: boolean): Part[] {
  if (!mixing) return [{ styleId, weight: EVEN }];
  const others = parts.filter((part) => part.styleId !== styleId);
  return others.length < parts.length ? others : [...parts, { styleId, weight: EVEN }];
}

const DIGITS = 4;

/** What the server is asked for; null while no style is chosen. */
export function askedBy(personId: string, { faceId, parts, settings }: Wish): BadgeCreate | null {
  const [first, ...others] = parts;
  if (!first) return null;
  const blend = others.map(({ styleId, weight }) => ({
    styleId,
    weight: Number((weight / first.weight).toFixed(DIGITS)),
  }));
  return { ...settings, personId, styleId: first.styleId, blend, ...(faceId ? { faceId } : {}) };
}
