import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  BUILT_IN_PAINTINGS,
  decodeImage,
  encodePng,
  loadPresets,
  paintPreset,
  Stylizer,
} from '@rollcall/vision';
import type { RgbImage } from '@rollcall/vision';
import { PHOTOS } from '../photos.js';
import { covering, tiled } from './rgb-canvas.js';

/** How the cells of a sheet are painted. */
export interface SheetOptions {
  /** Side of a cell in pixels. */
  readonly size: number;
  /** Where styles are painted by optimisation. */
  readonly evaluations: number;
  readonly threads: number;
}

/** One column: a name, and what it makes of a photo. */
interface Column {
  readonly name: string;
  readonly paint: (photo: RgbImage) => Promise<RgbImage>;
}

/** It shows people's faces: git ignores this folder, and so it has to stay. */
const SHEET = fileURLToPath(new URL('../../../evaluation/style-sheet.png', import.meta.url));
/** None of them is among the photos that presets were trained on. */
const HELD_OUT = ['Audrey_Hepburn', 'Carlos_Tevez', 'Alyssa_Milano', 'Chris_Bosh'];
const STYLES = 6;
const PEOPLE = 4;
const GAP = 8;

/**
 * Paints four people in six styles, the photos on the left: presets where there are some, otherwise paintings.
 *
 * @param folder with photos, or with a folder for each person; the held-out ones when null
 */
export async function contactSheet(
  folder: string | null,
  network: string,
  options: SheetOptions,
  say: (line: string) => void,
): Promise<void> {
  const photos = await Promise.all(photosIn(folder).map((path) => square(path, options.size)));
  const { columns, close } = await openColumns(network, options);
  try {
    const cells: RgbImage[][] = photos.map((photo) => [photo]);
    for (const { name, paint } of columns) {
      for (const [row, photo] of photos.entries()) {
        say(`${name}, ${row + 1} of ${photos.length}`);
        cells[row]!.push(await covering(await paint(photo), photo));
      }
    }
    mkdirSync(join(SHEET, '..'), { recursive: true });
    await writeFile(SHEET, await encodePng(tiled(cells, options.size, GAP)));
  } finally {
    await close();
  }
  say(`Photos, then ${columns.map(({ name }) => name).join(', ')}: ${SHEET}`);
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

async function openColumns(
  network: string,
  { size, evaluations, threads }: SheetOptions,
): Promise<{ columns: Column[]; close: () => Promise<void> }> {
  const presets = (await loadPresets()).slice(0, STYLES);
  const laid = { share: 1, keepColours: false, threads };
  if (presets.length > 0) {
    const columns = presets.map((preset) => ({
      name: preset.title,
      paint: (photo: RgbImage) => paintPreset(preset, photo, laid),
    }));
    return { columns, close: () => Promise.resolve() };
  }
  const stylizer = await Stylizer.open(network, { threads });
  const columns = BUILT_IN_PAINTINGS.slice(0, STYLES).map(({ name, file }) => ({
    name,
    paint: async (content: RgbImage) => {
      const styles = [{ image: await readFile(file) }];
      return (await stylizer.paint({ content, styles, options: { size, evaluations } })).image;
    },
  }));
  return { columns, close: () => stylizer.close() };
}
