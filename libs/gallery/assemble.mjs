// Assembles src/sketch/scan.wat into dist/sketch/scan.wasm: one instruction for one instruction, no compiler, no native
// tool, the same bytes everywhere.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import openWabt from 'wabt';

const source = path.join(import.meta.dirname, 'src/sketch/scan.wat');
const target = path.join(import.meta.dirname, 'dist/sketch/scan.wasm');

const wabt = await openWabt();
const module = wabt.parseWat(source, await readFile(source, 'utf8'), { simd: true });
module.validate();
const { buffer } = module.toBinary({ write_debug_names: true });
await mkdir(path.dirname(target), { recursive: true });
await writeFile(target, buffer);
