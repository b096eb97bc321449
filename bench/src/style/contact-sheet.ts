import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeImage, encodePng, loadPresets, paintPreset } from '@rollcall/vision';
import type { RgbImage } from '@rollcall/vision';
import { PHOTOS } from '../photos.js';
import { covering, tiled } from './rgb-canvas.js';

/** How the cells of a sheet are painted. */
export interface SheetOptions {
  /** Side of a cell in pixels. */
  readonly size: number;
  readonly threads: number;
}

/** It shows people's faces: git ignores this folder, and so it has to stay. */
const SHEET = fileURLToPath(new URL('../../../evaluation/style-sheet.png', import.meta.url));
/** None of them is among the photos that presets were trained on. */
const HELD_OUT = ['Audrey_Hepburn', 'Carlos_Tevez', 'Alyssa_Milano', 'Chris_Bosh'];
const PEOPLE = 4;
const GAP = 8;

/**
 * Paints four people in the styles of every preset, the photos on the left.
 *
 * @param folder with photos, or with a folder for each person; the held-out ones when null
 */
export async function contactSheet(
  folder: string | null,
  { size, threads }: SheetOptions,
  say: (line: string) => void,
): Promise<void> {
  const photos = await Promise.all(photosIn(folder).map((path) => square(path, size)));
  const presets = await loadPresets();
  const cells: RgbImage[][] = photos.map((photo) => [photo]);
  for (const preset of presets) {
    for (const [row, photo] of photos.entries()) {
      say(`${preset.title}, ${row + 1} of ${photos.length}`);
      const painted = await paintPreset(preset, photo, { share: 1, keepColours: false, threads });
      cells[row]!.push(await covering(painted, photo));
    }
  }
  mkdirSync(join(SHEET, '..'), { recursive: true });
  await writeFile(SHEET, await encodePng(tiled(cells, size, GAP)));
  say(`Photos, then ${presets.map(({ title }) => title).join(', ')}: ${SHEET}`);
  say('It shows people and is not to be committed; git ignores its folder.');
}

/** @throws Error where there are none */
function photosIn(folder: string | null): string[] {
  if (folder === null) return HELD_OUT.map((person) => join(PHOTOS, 'people', person, 'frontal_01.jpg'));
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const isPicture = (name: string) => /\.(jpe?g|png|webp)$/i.test(name);
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return isPicture(entry.name) ? [path] : [];
    return readdirSync(path)
      .filter(isPicture)
      .sort()
      .slice(0, 1)
      .map((name) => join(path, name));
  });
  if (found.length === 0) throw new Error(`There is no JPEG, PNG or WebP in ${folder}.`);
  return found.sort().slice(0, PEOPLE);
}

async function square(path: string, side: number): Promise<RgbImage> {
  const bytes = await readFile(path).catch(() => {
    throw new Error(`${basename(path)} is not there: name a folder of photos, --sheet <folder>.`);
  });
  return covering(await decodeImage(bytes), { width: side, height: side });
}
