// Writes the pictures that show what the presets make of a portrait: `node tools/paintings/presets.mjs` after a build.
// Who is painted is drawn here, and nobody.
import { writeFile } from 'node:fs/promises';
import { decodeImage, drawSvg, encodeJpeg } from '../../libs/vision/dist/raster.js';
import { loadPresets, paintPreset } from '../../libs/vision/dist/style/presets.js';

const SIDE = 512;
const eye = (x) => `
  <ellipse cx="${x}" cy="232" rx="25" ry="14" fill="#f6efe9"/>
  <circle cx="${x}" cy="232" r="13" fill="#5a3d24"/><circle cx="${x}" cy="232" r="6" fill="#120c08"/>
  <circle cx="${x + 5}" cy="227" r="3.5" fill="#fff"/>
  <path d="M${x - 28} 230 Q${x} 210 ${x + 28} 230" fill="none" stroke="#2c1a10" stroke-width="6"/>
  <path d="M${x - 34} 204 Q${x} 184 ${x + 34} 203" fill="none" stroke="#3a2416" stroke-width="11" stroke-linecap="round"/>`;
const somebody = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512">
  <defs>
    <radialGradient id="room" cx=".3" cy=".25" r="1"><stop offset="0" stop-color="#b9cfd2"/><stop offset="1" stop-color="#54737c"/></radialGradient>
    <radialGradient id="skin" cx=".36" cy=".36" r=".75"><stop offset="0" stop-color="#f3c9a5"/><stop offset=".6" stop-color="#dba37c"/><stop offset="1" stop-color="#8f5a3d"/></radialGradient>
    <linearGradient id="hair" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#6d4527"/><stop offset="1" stop-color="#22130a"/></linearGradient>
    <linearGradient id="coat" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#b8463c"/><stop offset="1" stop-color="#5d1d22"/></linearGradient>
    <filter id="soft"><feGaussianBlur stdDeviation="9"/></filter>
  </defs>
  <rect width="512" height="512" fill="url(#room)"/>
  <path d="M116 300 Q92 110 256 84 Q420 110 396 300 L382 400 L130 400Z" fill="url(#hair)"/>
  <path d="M210 340 h92 v92 q-46 34 -92 0z" fill="#b57a57"/>
  <path d="M16 512 Q44 420 206 404 Q256 452 306 404 Q468 420 496 512Z" fill="url(#coat)"/>
  <path d="M206 404 Q256 452 306 404 L282 470 L256 448 L230 470Z" fill="#f3ede4"/>
  <path d="M146 232 Q146 112 256 112 Q366 112 366 232 Q366 326 312 374 Q256 410 200 374 Q146 326 146 232Z" fill="url(#skin)"/>
  <path d="M300 130 Q366 160 362 250 Q352 330 300 376 Q344 300 330 220Z" fill="#7a4a33" opacity=".35" filter="url(#soft)"/>
  <ellipse cx="188" cy="286" rx="26" ry="17" fill="#d9755f" opacity=".35" filter="url(#soft)"/>
  <ellipse cx="324" cy="286" rx="26" ry="17" fill="#c9614d" opacity=".35" filter="url(#soft)"/>
  ${eye(206)}${eye(306)}
  <path d="M262 226 Q274 276 282 292 Q270 306 246 302" fill="none" stroke="#96583c" stroke-width="6" stroke-linecap="round"/>
  <path d="M206 336 Q232 324 256 332 Q280 324 306 336 Q256 372 206 336Z" fill="#b04a48"/>
  <path d="M206 336 Q256 344 306 336" fill="none" stroke="#6d2527" stroke-width="4"/>
  <path d="M140 240 Q138 120 262 108 Q376 108 374 244 Q352 150 268 152 Q190 156 140 240Z" fill="url(#hair)"/>
  <path d="M168 178 Q206 128 282 124" fill="none" stroke="#94643c" stroke-width="6" opacity=".7"/>
</svg>`;

const portrait = await decodeImage(await drawSvg(somebody, { width: SIDE, height: SIDE }, 72));
for (const preset of await loadPresets()) {
  const painted = await paintPreset(preset, portrait, { share: 1, keepColours: false, threads: 2 });
  await writeFile(preset.picture, await encodeJpeg(painted, 85));
  process.stdout.write(`${preset.name}\n`);
}
