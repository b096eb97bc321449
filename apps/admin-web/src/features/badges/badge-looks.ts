import type { BadgeState } from '@rollcall/contracts';

export const STATE_COLOR: Record<BadgeState, string> = {
  waiting: 'gray',
  active: 'petrol',
  ready: 'green',
  failed: 'red',
  cancelled: 'gray',
};
