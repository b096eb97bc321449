import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Importing } from './importing.js';
import { minifasnet, picture } from './small-packs.js';
import { typed } from './typed.js';

let importing: Importing;
beforeAll(async () => {
  importing = new Importing();
  // The shipped pack has liveness then.
  await importing.take(importing.folder('minifasnet', minifasnet));
  writeFileSync(join(importing.root, 'one.png'), await picture([]));
  writeFileSync(join(importing.root, 'pairs.txt'), 'one.png\ttwo.png\t1\n');
});
afterAll(() => importing.end());

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
    const { status, said } = typed(importing, ...words.split(' '));
    expect(said).toMatch(message);
    expect(status).toBe(1);
  });
});
