import { QUALITY_LIMITS, type QualityLimit, type QualitySettings } from '@rollcall/contracts';

export const PLACES = ['checkIn', 'enrollment'] as const;
export type Place = (typeof PLACES)[number];

type Unit = 'pixels' | 'degrees' | 'percent';
const UNITS: Readonly<Partial<Record<QualityLimit, Unit>>> = {
  minFaceSize: 'pixels',
  maxYaw: 'degrees',
  maxPitch: 'degrees',
  maxRoll: 'degrees',
};
export const unitOf = (limit: QualityLimit): Unit => UNITS[limit] ?? 'percent';
/** The largest number that a field takes, in its unit. */
export const MOST: Readonly<Record<Unit, number>> = { pixels: 1000, degrees: 90, percent: 100 };

/** As people type it: shares in percent. */
export const shown = (limit: QualityLimit, value: number): number =>
  unitOf(limit) === 'percent' ? Number((value * 100).toFixed(1)) : value;
const kept = (limit: QualityLimit, value: number): number =>
  unitOf(limit) === 'percent' ? Number((value / 100).toFixed(3)) : value;

/** What stands in the fields, in their units; an emptied one holds ''. */
export type QualityValues = Record<Place, Record<QualityLimit, number | string>>;

export const valuesOf = (quality: QualitySettings): QualityValues => ({
  checkIn: shownAll(quality.checkIn),
  enrollment: shownAll(quality.enrollment),
});

const shownAll = (limits: QualitySettings[Place]) =>
  Object.fromEntries(
    QUALITY_LIMITS.map((limit) => [limit, shown(limit, limits[limit])]),
  ) as QualityValues[Place];

/** What would hold where nobody decided anything, as people type it. */
export const defaultOf = (quality: QualitySettings, place: Place, limit: QualityLimit): number =>
  shown(limit, quality[`${place}Defaults`][limit]);

/** For the server: the measured one, and an empty field, as null, so that it follows a better measurement. */
export function updateOf(values: QualityValues, quality: QualitySettings) {
  const of = (place: Place) =>
    Object.fromEntries(
      QUALITY_LIMITS.map((limit) => {
        const value = values[place][limit];
        const isDefault = value === '' || Number(value) === defaultOf(quality, place, limit);
        return [limit, isDefault ? null : kept(limit, Number(value))];
      }),
    );
  return { checkIn: of('checkIn'), enrollment: of('enrollment') };
}

/** How many limits somebody chose. */
export const countChosen = (quality: QualitySettings): number =>
  PLACES.flatMap((place) =>
    QUALITY_LIMITS.filter((limit) => quality[place][limit] !== quality[`${place}Defaults`][limit]),
  ).length;

/** A field of the form, and what is wrong with what stands in it. */
export type Misfit = readonly [field: `${Place}.${QualityLimit}`, fault: 'range' | 'crossed'];

/** Fields that the server would refuse. */
export function misfitsOf(values: QualityValues, quality: QualitySettings): Misfit[] {
  return PLACES.flatMap((place) => {
    const of = (limit: QualityLimit) => {
      const value = values[place][limit];
      return value === '' ? defaultOf(quality, place, limit) : Number(value);
    };
    const outside = QUALITY_LIMITS.filter((limit) => !(of(limit) >= 0 && of(limit) <= MOST[unitOf(limit)]));
    const crossed = of('minBrightness') >= of('maxBrightness');
    return [
      ...(crossed ? [[`${place}.minBrightness`, 'crossed'] as const] : []),
      ...outside.map((limit) => [`${place}.${limit}`, 'range'] as const),
    ];
  });
}
