// Writes the pictures that come with Rollcall as styles: `node tools/paintings/paint.mjs [key...]` after a build.
import { writeFile } from 'node:fs/promises';
import { BUILT_IN_PAINTINGS } from '../../libs/vision/dist/paintings/built-in.js';
import { paintBuiltIn } from '../../libs/vision/dist/paintings/paint.js';
import { encodeJpeg } from '../../libs/vision/dist/raster.js';

const asked = process.argv.slice(2);
for (const { key, file } of BUILT_IN_PAINTINGS) {
  if (asked.length > 0 && !asked.includes(key)) continue;
  await writeFile(file, await encodeJpeg(paintBuiltIn(key), 92));
  process.stdout.write(`${key}\n`);
}
