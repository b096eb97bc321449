import type { Box } from '../geometry.js';

/** Intersection over union of two boxes, 0 (apart) to 1 (equal). */
export function overlap(one: Box, other: Box): number {
  const width = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
  const height = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
  if (width <= 0 || height <= 0) return 0;
  const shared = width * height;
  return shared / (one.width * one.height + other.width * other.height - shared);
}

/**
 * Greedy non-maximum suppression: takes candidates in the order given and drops each one that overlaps an earlier
 * one by more than `limit`.
 *
 * @param ranked candidates, best first
 */
export function suppress<Candidate extends { readonly box: Box }>(
  ranked: readonly Candidate[],
  limit: number,
): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of ranked) {
    if (kept.every(({ box }) => overlap(box, candidate.box) <= limit)) kept.push(candidate);
  }
  return kept;
}
