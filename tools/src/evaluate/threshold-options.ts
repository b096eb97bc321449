import { InvalidArgumentError } from 'commander';

/** A rate above 0 and below 1. */
export function rateOf(text: string): number {
  const rate = Number(text);
  if (rate > 0 && rate < 1) return rate;
  throw new InvalidArgumentError('Give a rate above 0 and below 1, such as 0.01.');
}

/** A cosine from -1 to 1. */
export function cosineOf(text: string): number {
  const cosine = Number(text);
  if (text.trim() !== '' && Math.abs(cosine) <= 1) return cosine;
  throw new InvalidArgumentError('Give a cosine from -1 to 1, such as 0.4.');
}

/** A whole number from 1 on. */
export function countOf(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Give whole numbers from 1 on.');
}

/** Whole numbers with commas between. */
export const countsOf = (text: string): number[] => text.split(',').map(countOf);
