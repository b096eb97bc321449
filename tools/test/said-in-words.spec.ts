import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Importing } from './importing.js';
import { minifasnet, picture } from './small-packs.js';

let importing: Importing;
beforeAll(async () => {
  importing = new Importing();
  // The shipped pack has liveness then.
  await importing.take(importing.folder('minifasnet', minifasnet));
  writeFileSync(join(importing.root, 'one.png'), await picture([]));
  writeFileSync(join(importing.root, 'pairs.txt'), 'one.png\ttwo.png\t1\n');
});
afterAll(() => importing.end());

/** The command as it is typed, in a folder with `one.png` and `pairs.txt`. */
function rollcall(...words: string[]) {
  const env = { ...process.env, MODELS_DIR: importing.modelsDir, DATA_DIR: importing.root };
  const main = join(import.meta.dirname, '../dist/main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...words], {
    env: { ...env, INIT_CWD: importing.root },
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

describe('a command whose folder is not there says so in words', () => {
  it.each([
    ['evaluate liveness --live gone --attack .', /^There is no folder .*gone\. Name one with pictures/],
    ['evaluate liveness --live . --attack gone', /^There is no folder .*gone\. Name one/],
    ['evaluate identify --gallery gone --probes . --strangers .', /^There is no folder .*gone\. Name one/],
    ['evaluate threshold --people one.png', /^There is no folder .*one\.png\. Name one/],
    ['evaluate quality --people gone', /^There is no folder .*gone\. Name one/],
    ['evaluate verify --pairs gone --root .', /^The list .*gone cannot be read \(ENOENT\): name a file/],
    ['evaluate verify --pairs pairs.txt --root .', /^The picture .*two\.png cannot be read \(ENOENT\)/],
    ['models quantize open --photos gone', /^The detector of open is ssd-mobilenet/],
    ['models import gone', /^There is no folder or zip .*gone/],
    ['models remove ../gone', /^"\.\.\/gone" cannot be the name of a pack/],
    ['models remove minifasnet', /^Nothing was removed\. --yes does not ask/],
  ])('%s', (words, message) => {
    const { status, said } = rollcall(...words.split(' '));
    expect(said).toMatch(message);
    expect(status).toBe(1);
  });
});
