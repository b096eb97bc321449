import { quantizeProbe, signBits, type Quantized } from './quantization.js';
import type { RowStore } from './row-store.js';

/** Outweighs what 32-bit floats round away in the scan (five roundings of numbers about 1) and in tables' doubles. */
const FLOAT_SLACK = 1e-6;

/** A probe laid into the memory of the rows, and what the scans found with it. Valid until rows or probe change. */
export class Probe {
  private readonly quantized: Quantized;
  /** Length of the probe's own copy. */
  private readonly norm: number;

  /** @throws {NotUnitVector} when the vector's length is not 1 */
  constructor(
    private readonly store: RowStore,
    vector: Float32Array,
  ) {
    const { bytes } = store.view;
    const codes = new Int16Array(bytes.buffer, store.probeCodes, store.codeStride).fill(0);
    this.quantized = quantizeProbe(vector, codes);
    this.norm = Math.sqrt(codes.reduce((sum, code) => sum + (this.quantized.scale * code) ** 2, 0));
    signBits(vector, new Uint8Array(bytes.buffer, store.probeSigns, store.signStride));
  }

  /** Scans the block that starts at this row for cosines that may reach the cutoff. Answers how many were found. */
  scanCodes(start: number, cutoff: number): number {
    return this.scan(start, Math.min(this.store.rowsPerBlock, this.store.rows - start), cutoff);
  }

  /** Scans the block that starts at this row for sign bits of at most so many differences. Answers how many it found. */
  scanSigns(start: number, cutoff: number): number {
    const { store } = this;
    const rows = Math.min(store.rowsPerBlock, store.rows - start);
    const signs = store.block(start) + store.layout.signs;
    return store.kernel.scanSigns(signs, rows, store.signStride, store.probeSigns, cutoff, store.out);
  }

  /** Within its block, the row that the last scan found as its i-th. */
  foundRow(i: number): number {
    return this.store.view.integers[this.store.out / 4 + i * 2]!;
  }

  /** Integer product or count of differences of the i-th row found. */
  foundScore(i: number): number {
    return this.store.view.integers[this.store.out / 4 + i * 2 + 1]!;
  }

  /** Integer product of one row and the probe. */
  dot(row: number): number {
    this.scan(row, 1, -Infinity);
    return this.foundScore(0);
  }

  /** The cosine that an integer product stands for. */
  similarity(row: number, dot: number): number {
    return dot * this.quantized.scale * this.store.view.floats[this.measures(row)]!;
  }

  /** How far that may be from the exact cosine. */
  error(row: number): number {
    const residual = this.store.view.floats[this.measures(row) + 1]!;
    return residual * this.norm + this.quantized.residual + FLOAT_SLACK;
  }

  private scan(row: number, rows: number, cutoff: number): number {
    const { store } = this;
    const at = row % store.rowsPerBlock;
    return store.kernel.scanCodes(
      store.block(row) + store.layout.codes + at * store.codeStride,
      store.block(row) + store.layout.measures + at * 8,
      rows,
      store.codeStride,
      store.probeCodes,
      this.quantized.scale,
      this.norm,
      cutoff - this.quantized.residual - 2 * FLOAT_SLACK,
      store.out,
    );
  }

  private measures(row: number): number {
    return (this.store.block(row) + this.store.layout.measures) / 4 + (row % this.store.rowsPerBlock) * 2;
  }
}
