import type { Population } from './duties.js';
import { SizeBench, type Say, type SizeResult } from './size-bench.js';

export interface GalleryBenchResult {
  readonly dimension: number;
  readonly perPerson: number;
  readonly seed: number;
  readonly sizes: readonly SizeResult[];
}

/** Galleries of these sizes, one after the other, each in a database of its own. */
export async function galleryBench(
  server: string | undefined,
  sizes: readonly number[],
  asked: Omit<Population, 'people'>,
  say: Say,
): Promise<GalleryBenchResult> {
  const results: SizeResult[] = [];
  for (const people of sizes) results.push(await SizeBench.run(server, { ...asked, people }, say));
  return { ...asked, sizes: results };
}
