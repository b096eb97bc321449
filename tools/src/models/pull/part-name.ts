import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

const ENDING = '.part';
/** What this process works on. Its number alone does not tell: in a container every command may have the same. */
const claimed = new Set<string>();

/**
 * The name of a part: `.<source>-<key>.part` while nobody works on it, with the process's number in it while one does. What
 * a process left that is no more is free.
 */
export class PartName {
  private constructor(
    private readonly folder: string,
    private readonly free: string,
    readonly mine: string,
  ) {
    claimed.add(mine);
  }

  /** Takes a part with this key that nobody works on, or a new name; removes those of other keys. */
  static async claim(folder: string, source: string, key: string): Promise<PartName> {
    const stem = `.${source}-${key}`;
    const mine = ownName(stem);
    const name = new PartName(folder, `${stem}${ENDING}`, mine);
    let found = false;
    for (const other of await readdir(folder)) {
      if (!other.startsWith(`.${source}-`) || !other.endsWith(ENDING) || isWorkedOn(other)) continue;
      if (!found && other.startsWith(stem)) found = await moved(join(folder, other), join(folder, mine));
      else await rm(join(folder, other), { force: true });
    }
    return name;
  }

  async release(): Promise<void> {
    await moved(join(this.folder, this.mine), join(this.folder, this.free));
    claimed.delete(this.mine);
  }
}

/** A name that tells which process works on it. */
export const ownName = (stem: string) => `${stem}.${process.pid}-${randomUUID().slice(0, 8)}${ENDING}`;

/** Takes a name for as long as this process works on it. */
export const claimName = (name: string) => void claimed.add(name);
export const releaseName = (name: string) => void claimed.delete(name);

/** Whether a process that lives works on what has this name. */
export function isWorkedOn(name: string): boolean {
  if (claimed.has(name)) return true;
  const pid = Number(/\.(\d+)-[0-9a-f]+\.part$/.exec(name)?.[1] ?? NaN);
  return pid !== process.pid && isAlive(pid);
}

function isAlive(pid: number): boolean {
  if (Number.isNaN(pid)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** False where there is nothing: another command was faster, or it lies in its place already. */
async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
