import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Importing } from './importing.js';

/** The built command as it is typed in the folder beside the packs. */
export function typed({ modelsDir, root }: Importing, ...words: string[]) {
  const env = { ...process.env, MODELS_DIR: modelsDir, DATA_DIR: root, INIT_CWD: root };
  const main = join(import.meta.dirname, '../dist/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], { env, encoding: 'utf8' });
  return { status, said: stdout + stderr };
}
