import { loadStyleNetwork } from '@rollcall/vision';
import type { Say } from '../../say.js';
import { CATALOGUE } from '../catalogue/catalogue.js';
import { isPublished } from '../catalogue/catalogued-pack.js';
import { isAddOn, requireInstalled, SHIPPED, STUDIO, useOf } from './installed.js';
import { verifyPack } from './verify-pack.js';
import { WatchedBytes } from './watched-bytes.js';

/** `models verify <name>`. Answers the exit code. */
export async function verifyCommand(name: string, modelsDir: string, say: Say): Promise<number> {
  const folder = await requireInstalled(modelsDir, name);
  if (name === STUDIO) {
    const { title, path, sha256 } = await loadStyleNetwork(folder);
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
      : `${wrong} of ${files.length} files are not those of the ${what}: it will not be used. ${adviceFor(name)}`,
  );
  return wrong === 0 ? 0 : 1;
}

/** What puts a damaged pack right. It lies in a folder of this name, whatever its source calls it. */
function adviceFor(name: string): string {
  if (name === SHIPPED) return 'It comes with Rollcall: install that again.';
  const known = CATALOGUE.find((pack) => pack.name === name);
  const pull = known && isPublished(known) ? `"models pull ${name} --again" or ` : '';
  return `${pull}"models import <zip or folder> --name ${name} --again" puts it right.`;
}
