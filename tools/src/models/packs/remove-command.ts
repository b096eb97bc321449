import { readPackOrAddOn } from '@rollcall/vision';
import type { Say } from '../../say.js';
import { PullError } from '../pull/pull-error.js';
import { isAddOn, requireInstalled, SHIPPED } from './installed.js';
import { useThatForbids, type PackUser } from './pack-use.js';
import { removePack } from './remove-pack.js';

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
  const folder = await requireInstalled(user.modelsDir, name);
  const use = force ? null : await useThatForbids(name, user);
  if (use) throw new PullError(`${use} Nothing was removed; --force removes it nevertheless.`);
  const back =
    user.running?.previous === name ? ' "models rollback" would no longer be able to return to it.' : '';
  if (!yes && !(await confirm(`Remove ${folder}?${back}`)))
    throw new PullError('Nothing was removed. --yes does not ask.');
  const manifest = await readPackOrAddOn(folder).catch(() => null);
  await removePack(name, user.modelsDir);
  const templates =
    manifest && !isAddOn(manifest)
      ? ' Templates that were made with it stay in the database; they count again once it is back.'
      : '';
  say(`${folder} is gone.${templates}`);
}
