import { createRequire } from 'node:module';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type Sharp from 'sharp';

// The vision library owns both packages: the image reader and the package whose demo folder carries photos.
const fromVision = createRequire(join(__dirname, '../../../libs/vision/package.json'));
const sharp = fromVision('sharp') as typeof Sharp;
const demo = join(dirname(fromVision.resolve('@vladmandic/face-api/package.json')), 'demo');

/** Four people on one photo, and where one of them is. */
export const group = () => readFile(join(demo, 'sample6.jpg'));
const PORTRAIT = { left: 153, top: 180, width: 416, height: 520 };

export const portrait = async (): Promise<Buffer> =>
  sharp(await group())
    .extract(PORTRAIT)
    .resize({ width: 700 })
    .jpeg({ quality: 92 })
    .toBuffer();

const WIDTH = 1280;
const HEIGHT = 720;
const WALL = { r: 112, g: 124, b: 130 };
const FRAMES_PER_SECOND = 30;

/** What the kiosk's camera sees, as Chromium's fake camera reads it: an empty wall, then the person, over and over. */
export async function writeCameraFilm(path: string): Promise<void> {
  const wall = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: WALL } });
  const person = sharp(await portrait())
    .modulate({ brightness: 0.93 })
    .resize({ width: WIDTH, height: HEIGHT - 80, fit: 'contain', background: WALL })
    .extend({ top: 40, bottom: 40, background: WALL });
  const [empty, seen] = await Promise.all([wall.jpeg().toBuffer(), person.jpeg({ quality: 90 }).toBuffer()]);
  const film = [
    ...Array<Buffer>(3 * FRAMES_PER_SECOND).fill(empty),
    ...Array<Buffer>(6 * FRAMES_PER_SECOND).fill(seen),
  ];
  await writeFile(path, Buffer.concat(film));
}
