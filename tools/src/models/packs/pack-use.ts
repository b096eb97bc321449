import type { ModelList } from '@rollcall/contracts';
import { readPackOrAddOn } from '@rollcall/vision';
import { localServer, NoServer } from '../../local-server.js';
import { Refusal, RollcallClient } from '../../rollcall-client.js';
import { isAddOn, packFolder, SHIPPED } from './installed.js';

/** What the server on this machine says of its packs; null where none runs. */
export async function runningModels(dataDir: string): Promise<ModelList | null> {
  try {
    const { url, token } = localServer(dataDir);
    return await RollcallClient.withToken(url, token).get<ModelList>('/models');
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // One that was killed leaves word of itself behind.
    if (error instanceof NoServer || error instanceof TypeError) return null;
    throw error;
  }
}

/** Who would miss a pack. */
export interface PackUser {
  readonly modelsDir: string;
  /** What MODEL_PACK says. */
  readonly chosen: string | undefined;
  readonly running: ModelList | null;
}

/** Why a pack cannot go: who uses it, and what to do about it. Null where nobody is known to. */
export async function useThatForbids(
  name: string,
  { modelsDir, chosen, running }: PackUser,
): Promise<string | null> {
  const active = running?.items.find(({ state }) => state === 'active')?.pack;
  if (active === name)
    return `The server that runs here recognises faces with ${name}: change to another pack with "models activate" first.`;
  if (running?.items.some(({ pack, state }) => pack === name && state === 'preparing'))
    return `The server that runs here prepares ${name} at this moment: wait for it, or cancel the job.`;
  if (!running && (chosen ?? SHIPPED) === name)
    return `MODEL_PACK says ${name}: the next start would want it. Set MODEL_PACK to another pack first.`;
  if (active !== undefined && (await lends(modelsDir, name, active)))
    return `The server that runs here uses ${name} with ${active}: stop it first.`;
  return null;
}

/** Whether a pack makes use of an add-on. */
async function lends(modelsDir: string, name: string, active: string): Promise<boolean> {
  const addOn = await readPackOrAddOn(packFolder(modelsDir, name)).catch(() => null);
  if (!addOn || !isAddOn(addOn)) return false;
  const own = await readPackOrAddOn(packFolder(modelsDir, active)).catch(() => null);
  return (['liveness', 'attributes'] as const).some((what) => addOn[what].length > 0 && !own?.[what].length);
}
