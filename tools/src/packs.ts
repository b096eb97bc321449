import { resolve } from 'node:path';
import { installedPack, type ModelPack } from '@rollcall/vision';

/** The pack that a command names, from the folder that MODELS_DIR names. */
export const packNamed = (name: string, modelsDir: string | undefined, dataDir: string): Promise<ModelPack> =>
  installedPack(name, resolve(modelsDir ?? `${dataDir}/models`));
