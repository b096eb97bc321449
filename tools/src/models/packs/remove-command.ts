import { join } from 'node:path';
import type { Say } from '../models.js';
import { PullError } from '../pull/pull-error.js';
import { packFolder, SHIPPED, STUDIO } from './installed.js';
import { useThatForbids, type PackUser } from './pack-use.js';
import { removePack } from './remove-pack.js';
import { isThere } from './staging.js';

/** How a pack may be removed. */
export interface RemoveOptions {
  /** Without being asked. */
  readonly yes?: boolean;
  /** Although somebody uses it. */
  readonly force?: boolean;
}

/** `models remove <name>`. */
export async function removeCommand(
  name: string,
  user: PackUser,
  { yes, force }: RemoveOptions,
  confirm: (question: string) => Promise<boolean>,
  say: Say,
): Promise<void> {
  if (name === SHIPPED) throw new PullError('The pack open comes with Rollcall and cannot be removed.');
  const folder = packFolder(user.modelsDir, name);
  if (!(await isThere(join(folder, name === STUDIO ? 'network.json' : 'pack.json'))))
    throw new PullError(`${name} is not installed in ${user.modelsDir}. "models list" says what is.`);
  const use = force ? null : await useThatForbids(name, user);
  if (use) throw new PullError(`${use} Nothing was removed; --force removes it nevertheless.`);
  const back =
    user.running?.previous === name ? ' "models rollback" would no longer be able to return to it.' : '';
  if (!yes && !(await confirm(`Remove ${folder}?${back}`)))
    return say('Nothing was removed. --yes does not ask.');
  await removePack(name, user.modelsDir);
  say(
    `${folder} is gone. Faces that were enrolled with it keep their templates; they count again once it is back.`,
  );
}
