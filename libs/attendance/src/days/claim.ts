import { completing, lastOf, mayBegin, type Beside, type Side } from '../punches/completion.js';
import { divideEvenly, type Owners } from '../punches/division.js';
import { byCapture, type Punch } from '../punches/punch.js';
import { territoryOf, type Territory } from '../punches/territory.js';
import type { LocalDate } from '../time/local-date.js';
import type { Correction } from './day-plan.js';
import { strayDays } from './stray-days.js';

/** Whose punch is whose. Punches are in the order of capture. */
export interface Claims {
  readonly claimed: ReadonlyMap<Territory, readonly Punch[]>;
  /** Shifts that got a punch from outside of their time, because they lacked it. */
  readonly completed: ReadonlySet<Territory>;
  /** Punches that are no shift's, by the day that they belong to: those that are no pair with each other are apart. */
  readonly strays: ReadonlyMap<LocalDate, readonly (readonly Punch[])[]>;
}

/**
 * Which shift each punch belongs to; the others are days by themselves.
 *
 * @param all in any order; one that is there twice (same id) counts once
 * @param territories in order
 * @param dateAt the day of an instant, for punches that do not know theirs
 */
export function claim(
  all: readonly Punch[],
  territories: readonly Territory[],
  corrections: ReadonlyMap<Territory, Correction>,
  dateAt: (instant: number) => LocalDate,
): Claims {
  const punches = [...new Map(all.map((punch) => [punch.id, punch])).values()].sort(byCapture);
  const owners: Owners = new Map(punches.map((punch) => [punch, territoryOf(punch, territories)]));
  keepInOrder(owners);
  divideEvenly(territories, owners, (each) => corrections.has(each));
  const claimed = new Map<Territory, readonly Punch[]>();
  for (const [punch, owner] of owners) if (owner) claimed.set(owner, [...(claimed.get(owner) ?? []), punch]);
  return withStrays(stretchesOf(owners), territories, claimed, corrections, dateAt);
}

/**
 * Whoever has come to a shift, as a kiosk says, leaves that one: nothing behind it is of a shift before. And whoever
 * leaves a shift has not come to one after it: nothing before that is.
 */
function keepInOrder(owners: Owners): void {
  let begun: Territory | null = null;
  for (const [punch, owner] of owners) {
    if (begun && owner && owner.shift.span.from < begun.shift.span.from) owners.set(punch, begun);
    else if (owner && punch.direction === 'in') begun = owner;
  }
  let left: Territory | null = null;
  for (const [punch, owner] of [...owners].reverse()) {
    if (left && owner && owner.shift.span.from > left.shift.span.from) owners.set(punch, left);
    else if (owner && punch.direction === 'out') left = owner;
  }
}

/** Punches of no shift that follow one another, with none of a shift between them. */
function stretchesOf(owners: Owners): readonly (readonly Punch[])[] {
  const stretches: Punch[][] = [[]];
  for (const [punch, owner] of owners) {
    if (!owner) stretches.at(-1)!.push(punch);
    else if (stretches.at(-1)!.length > 0) stretches.push([]);
  }
  return stretches.filter(({ length }) => length > 0);
}

/** Gives the shifts what they lack and the days the rest. What a shift lacks is settled by what it claims by itself. */
function withStrays(
  stretches: readonly (readonly Punch[])[],
  territories: readonly Territory[],
  byItself: ReadonlyMap<Territory, readonly Punch[]>,
  corrections: ReadonlyMap<Territory, Correction>,
  dateAt: (instant: number) => LocalDate,
): Claims {
  const claimed = new Map(byItself);
  const completed = new Set<Territory>();
  const strays = new Map<LocalDate, readonly (readonly Punch[])[]>();
  const sideOf = (territory: Territory | undefined): Side | null =>
    territory
      ? {
          territory,
          punches: byItself.get(territory) ?? [],
          correction: corrections.get(territory) ?? null,
        }
      : null;
  const beside = ({ at }: Punch): Beside => ({
    before: sideOf(territories.findLast(({ to }) => to <= at)),
    after: sideOf(territories.find(({ from }) => from > at)),
  });
  const beginnable = new Set(
    stretches.flatMap((stretch) => {
      const [punch] = lastOf(stretch);
      const around = beside(punch!);
      return mayBegin(punch!, around) ? around.after!.territory : [];
    }),
  );
  const give = (side: Side | null, punches: readonly Punch[]) => {
    if (!side || punches.length === 0) return;
    const { territory } = side;
    claimed.set(territory, [...(claimed.get(territory) ?? []), ...punches].sort(byCapture));
    completed.add(territory);
  };
  for (const stretch of stretches) {
    const parts = completing(stretch, beside, ({ territory }) => beginnable.has(territory));
    give(beside(stretch[0]!).before, parts.out);
    give(beside(lastOf(stretch)[0]!).after, parts.in);
    for (const [date, own] of strayDays(parts.rest, dateAt))
      strays.set(date, [...(strays.get(date) ?? []), ...own]);
  }
  return { claimed, completed, strays };
}
