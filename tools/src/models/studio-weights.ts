import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { loadStyleNetwork, PackError, type StyleNetwork } from '@rollcall/vision';

/** The weights that the portrait studio paints by: none, what is wrong with them, or which they are. */
export async function studioWeights(modelsDir: string): Promise<StyleNetwork | PackError | null> {
  const folder = join(resolve(modelsDir), 'vgg16');
  if (!existsSync(folder)) return null;
  return loadStyleNetwork(folder).catch((error: unknown) => {
    if (error instanceof PackError) return error;
    throw error;
  });
}

/** One line beside those of the packs. */
export function describeStudio(weights: Awaited<ReturnType<typeof studioWeights>>): string {
  const row = (state: string, about: string) => `${state.padEnd(10)} ${'vgg16'.padEnd(16)} ${about}`;
  if (weights === null)
    return row('missing', 'for the portrait studio; "models pull vgg16" fetches it, presets paint without');
  if (weights instanceof PackError) return row('unusable', `for the portrait studio; ${weights.message}`);
  return row('installed', `for the portrait studio; ${weights.title}, ${weights.licence}`);
}
