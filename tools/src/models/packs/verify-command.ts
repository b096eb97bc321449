import { join } from 'node:path';
import { loadStyleNetwork } from '@rollcall/vision';
import type { Say } from '../../say.js';
import { isAddOn, STUDIO, useOf } from './installed.js';
import { verifyPack } from './verify-pack.js';
import { WatchedBytes } from './watched-bytes.js';

/** `models verify <name>`. Answers the exit code. */
export async function verifyCommand(name: string, modelsDir: string, say: Say): Promise<number> {
  if (name === STUDIO) {
    const { title, path, sha256 } = await loadStyleNetwork(join(modelsDir, STUDIO));
    say(`ok       ${path}  ${sha256}\n${title} is as it was placed.`);
    return 0;
  }
  const bar = new WatchedBytes();
  const watch = { begins: (bytes: number) => bar.begins(`Verifying ${name}`, bytes), came: bar.came };
  const { manifest, files } = await verifyPack(name, modelsDir, watch).finally(() => bar.end());
  for (const { file, sha256, fault } of files)
    say(fault ? `WRONG    ${file} ${fault}` : `ok       ${file}  ${sha256}`);
  const wrong = files.filter(({ fault }) => fault !== null).length;
  const what = isAddOn(manifest) ? 'add-on' : 'pack';
  say(
    wrong === 0
      ? `${manifest.title} is as it was placed (${files.length} files); ${manifest.licence} (${useOf(manifest)}).`
      : `${wrong} of ${files.length} files are not those of the ${what}: it will not be used. ` +
          `"models pull ${name} --again" or "models import <zip or folder> --again" puts it right.`,
  );
  return wrong === 0 ? 0 : 1;
}
