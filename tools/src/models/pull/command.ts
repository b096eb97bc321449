import { ByteProgress } from './byte-progress.js';
import { pullVgg16, type Pulled, type PullOrder } from './pull-vgg16.js';
import type { Say } from '../../say.js';

const HOW = {
  published: () => 'The published sha256 of the whole file was checked.',
  told: () => 'It has the sha256 that you asked for.',
  'first-use': (sha256: string) =>
    'No sha256 of this part is published: this one is pinned from now on. Compare it with another machine ' +
    `(--sha256 ${sha256} there), or read the whole file once with --whole, whose sum is published.`,
};

/** `models pull vgg16`. */
export async function pullCommand(order: PullOrder, say: Say): Promise<void> {
  let progress: ByteProgress | null = null;
  const watch = {
    begins: (address: string, bytes: number, had: number) => {
      say(`Pulling from ${address}${had > 0 ? ', going on where it stopped' : ''}`);
      progress = new ByteProgress('vgg16', bytes, had);
    },
    came: (bytes: number) => progress?.add(bytes),
  };
  try {
    describe(await pullVgg16(order, watch)).forEach(say);
  } finally {
    (progress as ByteProgress | null)?.end();
  }
}

function describe({ network, checked, recipes }: Pulled): string[] {
  const { title, licence, path, sha256 } = network;
  if (!checked) return [`${title} is there already: ${path}`, `  sha256 ${sha256}. --again pulls it anew.`];
  return [
    `${title}, ${licence}: ${path}`,
    `  sha256 ${sha256}. ${HOW[checked.by](sha256)}`,
    `  Recipes: ${recipes.join(', ')}. Restart servers and workers that are to paint with it.`,
  ];
}
