import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { described, Importing } from './importing.js';
import { minifasnet, picture } from './small-packs.js';
import { typed } from './typed.js';

/** Enough for the tail of `evaluate threshold`. */
const PEOPLE = Array.from({ length: 15 }, (_, i) => `p${i}`);
/** A face before a wall of its own colour, so that embeddings differ. */
const before = async (red: number, green: number) => {
  const background = { r: red, g: green, b: 0 };
  const wall = { create: { width: 640, height: 640, channels: 3 as const, background } };
  return sharp(await picture([[5, 4]]))
    .composite([{ input: wall, blend: 'lighten' }])
    .png()
    .toBuffer();
};
let importing: Importing;
beforeAll(async () => {
  importing = new Importing();
  await importing.take(importing.folder('minifasnet', minifasnet));
  await importing.take(importing.folder('source', described()));
  for (const [i, person] of PEOPLE.entries())
    importing.folder(`people/${person}`, {
      '0.png': await before(6 * i, 0),
      '1.png': await before(6 * i, 20),
    });
  importing.folder('people/p0', { 'bad.jpg': Buffer.from('no picture') });
  importing.folder('none', { 'a.jpg': Buffer.from('-'), 'b.jpg': Buffer.from('-') });
  const pairs = [0, 1, 2].flatMap((i) => [
    `${PEOPLE[i]}/0.png\t${PEOPLE[i]}/1.png\t1`,
    `${PEOPLE[i]}/0.png\t${PEOPLE[i + 1]}/0.png\t0`,
  ]);
  writeFileSync(join(importing.root, 'pairs.txt'), [...pairs, 'p0/0.png\tp0/bad.jpg\t1'].join('\n'));
});
afterAll(() => importing.end());

const evaluate = (words: string) => typed(importing, 'evaluate', ...words.split(' '), '--pack', 'own');

describe('a picture that cannot be read is passed over, counts for nothing and is named at the end', () => {
  it.each([
    ['liveness --live people --attack people --out out', /^own: 30 pictures of living people, 0 pictures/],
    [
      'identify --gallery people --probes people --strangers people',
      /^own: 15 people enrolled by 30 pictures, 30 probes, 30 of strangers, 0 pictures without a face/,
    ],
    ['quality --people people --threshold 0.5 --out out', /^own: 30 pictures of 15 people, 0 more without/],
    ['threshold --people people --splits 5 --out out', /^own: 30 pictures of 15 people, 0 more without/],
    ['verify --pairs pairs.txt --root people --out out', /^own: 6 pairs, 0 pictures without a face/],
  ])('evaluate %s', (words, counts) => {
    const { status, said } = evaluate(words);
    expect(said).toMatch(counts);
    expect(said).toMatch(
      /\n1 picture was passed over, as it cannot be read:\n {2}.*p0\/bad\.jpg: This is not a readable image\..*\n$/,
    );
    expect(status).toBe(0);
  });

  it('and stands in the JSON', () => {
    const { said } = evaluate('identify --gallery people --probes people --strangers people --json');
    expect(JSON.parse(said)).toMatchObject({
      unreadable: [
        { path: join(importing.root, 'people/p0/bad.jpg'), reason: expect.any(String) as unknown },
      ],
    });
  });
});

it('says so where not a single picture can be read', () => {
  const { status, said } = evaluate('liveness --live none --attack none');
  expect(said).toMatch(/^None of the 2 pictures can be read\. .*none\/a\.jpg: This is not a readable image/);
  expect(status).toBe(1);
});
