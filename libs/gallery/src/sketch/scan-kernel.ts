import { readFile } from 'node:fs/promises';

/** Bytes by which the memory grows. */
export const PAGE = 65_536;
/** 4 GiB, the most that 32-bit addresses reach. */
export const MOST_PAGES = 65_536;

/** The functions of scan.wat, which says what they do. Addresses beyond 2 GiB go in as they are: they wrap around. */
export interface ScanKernel {
  scanCodes(
    codes: number,
    measures: number,
    rows: number,
    stride: number,
    probe: number,
    probeScale: number,
    probeNorm: number,
    cutoff: number,
    out: number,
  ): number;
  scanSigns(signs: number, rows: number, stride: number, probe: number, cutoff: number, out: number): number;
}

/** Compiles the scans once; the result can be handed to other threads. */
export async function compileKernel(file = new URL('./scan.wasm', import.meta.url)) {
  return WebAssembly.compile(await readFile(file));
}

/** The scans over one memory. */
export function startKernel(compiled: WebAssembly.Module, memory: WebAssembly.Memory): ScanKernel {
  const { exports } = new WebAssembly.Instance(compiled, { sketch: { memory } });
  return exports as unknown as ScanKernel;
}
