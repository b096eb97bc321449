import type { Population } from './duties.js';
import { SizeBench, type Say, type SizeResult } from './size-bench.js';

export type Asked = Omit<Population, 'people'>;

export interface GalleryBenchResult extends Asked {
  readonly sizes: readonly SizeResult[];
}

export interface GalleryBenchOrder {
  readonly asked: Asked;
  /** How many people each gallery has. */
  readonly sizes: readonly number[];
  /** Galleries of more templates get no index: a million take a quarter of an hour. */
  readonly indexUpTo: number;
}

/**
 * Galleries of these sizes, one after the other, each in a database of its own. Sizes that were measured earlier and are
 * not asked for now stay in the result, and so does the index of one that is measured without.
 */
export async function galleryBench(
  server: string | undefined,
  { asked, sizes, indexUpTo }: GalleryBenchOrder,
  earlier: GalleryBenchResult | null,
  say: Say,
): Promise<GalleryBenchResult> {
  const results: SizeResult[] = (earlier?.sizes ?? []).filter(({ people }) => !sizes.includes(people));
  for (const people of sizes) {
    const measured = await SizeBench.run(server, { ...asked, people }, indexUpTo, say);
    const before = earlier?.sizes.find((each) => each.people === people);
    results.push({ ...measured, index: measured.index ?? before?.index ?? null });
  }
  return { ...asked, sizes: results.sort((a, b) => a.people - b.people) };
}
