import { channelsOf } from '@rollcall/contracts';

/** A share of one colour over another. */
export function mixed(one: string, other: string, share: number): string {
  const others = channelsOf(other);
  const levels = channelsOf(one).map((level, i) => Math.round(level + (others[i]! - level) * share));
  return `#${levels.map((level) => level.toString(16).padStart(2, '0')).join('')}`;
}
