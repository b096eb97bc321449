import { MOST_PAGES, PAGE, startKernel, type ScanKernel } from './scan-kernel.js';
import { quantizeTemplate, signBits } from './quantization.js';
import { SketchFull } from './sketch-errors.js';

const ROWS_PER_BLOCK = 2048;
/** No row: the end of a chain. */
export const NONE = 0xffff_ffff;

/** Where the parts of a block of rows lie, in bytes from its start. */
interface Layout {
  readonly codes: number;
  readonly signs: number;
  readonly measures: number;
  readonly owners: number;
  readonly next: number;
  readonly size: number;
}

/**
 * The templates of one shard, without gaps, in blocks of one WebAssembly memory: each row has its codes, sign bits,
 * scale and residual, its owner (a number of the caller's) and the next row of the same owner. Memory grows by a block
 * (1.2 MB at 512 entries) and never moves; what removed rows leave is filled again.
 */
export class RowStore {
  readonly rowsPerBlock = ROWS_PER_BLOCK;
  readonly kernel: ScanKernel;
  /** Bytes of a row's codes and of its signs, zeros at the end included. */
  readonly codeStride: number;
  readonly signStride: number;
  readonly layout: Layout;
  /** Where a probe's 16-bit codes, a probe's signs and the scans' output lie. */
  readonly probeCodes = 0;
  readonly probeSigns: number;
  readonly out: number;
  private readonly firstBlock: number;
  private readonly memory: WebAssembly.Memory;
  private blocks = 0;
  private count = 0;
  private views: Views;

  constructor(
    compiled: WebAssembly.Module,
    readonly dimension: number,
    private readonly mostPages = MOST_PAGES,
  ) {
    this.codeStride = roundUp(dimension, 16);
    this.signStride = roundUp(dimension / 8, 16);
    this.probeSigns = this.codeStride * 2;
    this.out = this.probeSigns + this.signStride;
    this.firstBlock = roundUp(this.out + ROWS_PER_BLOCK * 8, PAGE);
    this.memory = new WebAssembly.Memory({ initial: this.firstBlock / PAGE, maximum: MOST_PAGES });
    this.kernel = startKernel(compiled, this.memory);
    this.views = viewsOf(this.memory);
    this.layout = layoutOf(this.codeStride, this.signStride);
  }

  get rows(): number {
    return this.count;
  }

  /** Bytes of memory taken, room for further rows included. */
  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  /** The memory as bytes and as 32-bit numbers; another one after it has grown. */
  get view(): Views {
    return this.views;
  }

  /**
   * Makes room for so many further rows.
   *
   * @throws {SketchFull} when the memory cannot grow that far
   */
  reserve(rows: number): void {
    const blocks = Math.ceil((this.count + rows) / ROWS_PER_BLOCK);
    if (blocks <= this.blocks) return;
    const pages = (this.layout.size / PAGE) * (blocks - this.blocks);
    if (this.memory.buffer.byteLength / PAGE + pages > this.mostPages) throw new SketchFull(this.count);
    try {
      this.memory.grow(pages);
    } catch {
      throw new SketchFull(this.count);
    }
    this.blocks = blocks;
    this.views = viewsOf(this.memory);
  }

  /** Adds a unit vector; there must be room for it. Answers its row. */
  add(vector: Float32Array, owner: number, next: number): number {
    const row = this.count++;
    const block = this.block(row);
    const at = row % ROWS_PER_BLOCK;
    const { layout, codeStride, signStride, memory } = this;
    const codes = new Int8Array(memory.buffer, block + layout.codes + at * codeStride, codeStride);
    const { scale, residual } = quantizeTemplate(vector, codes.fill(0));
    signBits(vector, new Uint8Array(memory.buffer, block + layout.signs + at * signStride, signStride));
    const measures = (block + layout.measures) / 4 + at * 2;
    this.views.floats[measures] = scale;
    this.views.floats[measures + 1] = residual;
    this.views.words[(block + layout.owners) / 4 + at] = owner;
    this.setNext(row, next);
    return row;
  }

  /** Moves the last row into the place of this one. Answers which row that was; the row itself when it was the last. */
  fill(row: number): number {
    const last = --this.count;
    if (row === last) return last;
    const { layout } = this;
    this.moveRow(layout.codes, this.codeStride, last, row);
    this.moveRow(layout.signs, this.signStride, last, row);
    this.moveRow(layout.measures, 8, last, row);
    this.moveRow(layout.owners, 4, last, row);
    this.moveRow(layout.next, 4, last, row);
    return last;
  }

  owner(row: number): number {
    return this.views.words[(this.block(row) + this.layout.owners) / 4 + (row % ROWS_PER_BLOCK)]!;
  }

  next(row: number): number {
    return this.views.words[(this.block(row) + this.layout.next) / 4 + (row % ROWS_PER_BLOCK)]!;
  }

  setNext(row: number, next: number): void {
    this.views.words[(this.block(row) + this.layout.next) / 4 + (row % ROWS_PER_BLOCK)] = next;
  }

  /** Where the block of a row starts. */
  block(row: number): number {
    return this.firstBlock + Math.floor(row / ROWS_PER_BLOCK) * this.layout.size;
  }

  private moveRow(part: number, stride: number, from: number, to: number): void {
    const source = this.block(from) + part + (from % ROWS_PER_BLOCK) * stride;
    const target = this.block(to) + part + (to % ROWS_PER_BLOCK) * stride;
    this.views.bytes.copyWithin(target, source, source + stride);
  }
}

interface Views {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
  readonly integers: Int32Array;
  readonly floats: Float32Array;
}

function viewsOf({ buffer }: WebAssembly.Memory): Views {
  return {
    bytes: new Uint8Array(buffer),
    words: new Uint32Array(buffer),
    integers: new Int32Array(buffer),
    floats: new Float32Array(buffer),
  };
}

function layoutOf(codeStride: number, signStride: number): Layout {
  const signs = codeStride * ROWS_PER_BLOCK;
  const measures = signs + signStride * ROWS_PER_BLOCK;
  const owners = measures + 8 * ROWS_PER_BLOCK;
  const next = owners + 4 * ROWS_PER_BLOCK;
  return { codes: 0, signs, measures, owners, next, size: roundUp(next + 4 * ROWS_PER_BLOCK, PAGE) };
}

function roundUp(value: number, step: number): number {
  return Math.ceil(value / step) * step;
}
