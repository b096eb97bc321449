import { useState } from 'react';
import type { DaysToAssign } from './roster.queries.js';

export interface Place {
  row: number;
  column: number;
}

/** Days of people that somebody has chosen: one by one, or a rectangle from the last one on. */
export function useChosenDays(people: string[], dates: string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState<Place | null>(null);
  const keyOf = ({ row, column }: Place) => `${people[row]} ${dates[column]}`;
  const toggle = (place: Place) => {
    const next = new Set(chosen);
    if (!next.delete(keyOf(place))) next.add(keyOf(place));
    setChosen(next);
    setAnchor(place);
  };
  const extend = (place: Place) => {
    const from = anchor ?? place;
    const next = new Set(chosen);
    for (const row of between(from.row, place.row))
      for (const column of between(from.column, place.column)) next.add(keyOf({ row, column }));
    setChosen(next);
    if (!anchor) setAnchor(place);
  };
  return {
    toggle,
    extend,
    clear: () => setChosen(new Set()),
    has: (place: Place) => chosen.has(keyOf(place)),
    count: chosen.size,
    people: peopleOf(chosen),
    /** What a shift that is dropped on a day is for: all that is chosen, or this one day. */
    at: (place: Place): DaysToAssign[] =>
      chosen.has(keyOf(place)) ? peopleOf(chosen) : peopleOf([keyOf(place)]),
  };
}
export type ChosenDays = ReturnType<typeof useChosenDays>;

const between = (a: number, b: number) =>
  Array.from({ length: Math.abs(a - b) + 1 }, (_, i) => Math.min(a, b) + i);

function peopleOf(keys: Iterable<string>): DaysToAssign[] {
  const people = new Map<string, string[]>();
  for (const key of keys) {
    const [personId = '', date = ''] = key.split(' ');
    people.set(personId, [...(people.get(personId) ?? []), date]);
  }
  return [...people].map(([personId, dates]) => ({ personId, dates }));
}
