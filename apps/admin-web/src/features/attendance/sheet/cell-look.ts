import type { DayStatus } from '@rollcall/contracts';
import type { CSSProperties } from 'react';
import { STATUS_LOOK } from '../day-looks.js';

/** The colours of a status as the stylesheet of the sheet reads them. */
export const cellColors = (status: DayStatus): CSSProperties => {
  const { color } = STATUS_LOOK[status];
  return {
    '--cell-color': `var(--mantine-color-${color}-light-color)`,
    '--cell-ground': `var(--mantine-color-${color}-light)`,
  } as CSSProperties;
};
