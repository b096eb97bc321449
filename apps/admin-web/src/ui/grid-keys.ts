import type { KeyboardEvent } from 'react';

const STEPS: Partial<Record<string, [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What a cell of a grid needs to be found by `moveInGrid`. */
export const gridCell = (row: number, column: number) => ({ 'data-row': row, 'data-column': column });

/** Arrow keys go from cell to cell of a grid; whoever has no neighbour there stays. */
export function moveInGrid(event: KeyboardEvent<HTMLElement>): HTMLElement | null {
  const step = STEPS[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-row][data-column]');
  if (!step || !cell) return null;
  const row = Number(cell.dataset['row']) + step[0];
  const column = Number(cell.dataset['column']) + step[1];
  const next = event.currentTarget.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
  if (!next) return null;
  event.preventDefault();
  next.focus();
  return next;
}
