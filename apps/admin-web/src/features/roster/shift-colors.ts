import type { Shift } from '@rollcall/contracts';
import type { CSSProperties } from 'react';

const COLORS = ['petrol', 'violet', 'yellow', 'green', 'orange', 'pink', 'blue', 'lime'];

/** Each shift has a colour of its own, as far as there are colours; its name always stands beside it. */
export function shiftStyle(shifts: readonly Shift[], id: string): CSSProperties {
  const place = shifts.findIndex((shift) => shift.id === id);
  const color = COLORS[Math.max(0, place) % COLORS.length];
  return {
    '--shift-color': `var(--mantine-color-${color}-light-color)`,
    '--shift-ground': `var(--mantine-color-${color}-light)`,
  } as CSSProperties;
}
