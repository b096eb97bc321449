/** An array to be written; of 32-bit floats unless it says otherwise. */
export interface WrittenTensor {
  readonly shape: readonly number[];
  readonly data: Float32Array;
  readonly dtype?: string;
  /** How many bytes are written; all when left out. */
  readonly bytes?: number;
}

/** A safetensors file with these arrays one behind the other. */
export function safetensorsOf(
  tensors: ReadonlyMap<string, WrittenTensor>,
  metadata?: Record<string, string>,
): Uint8Array {
  const header: Record<string, unknown> = metadata ? { __metadata__: metadata } : {};
  const body: Uint8Array[] = [];
  let at = 0;
  for (const [name, { shape, data, dtype = 'F32', bytes = data.byteLength }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [at, at + bytes] };
    body.push(new Uint8Array(data.buffer, data.byteOffset, bytes));
    at += bytes;
  }
  const text = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(text.length));
  return Buffer.concat([length, text, ...body]);
}
