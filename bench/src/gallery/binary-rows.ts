/** Postgres counts from the year 2000, in microseconds. */
const EPOCH_MS = Date.UTC(2000, 0, 1);
const SIGNATURE = Buffer.concat([Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]);

/** The start and the end of what `COPY ... (FORMAT binary)` reads. */
export const BEGIN_ROWS = SIGNATURE;
export const END_ROWS = Buffer.from([0xff, 0xff]);

/** A row in that format: the number of fields, then the length and the bytes of each. */
export function binaryRow(fields: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(2);
  head.writeInt16BE(fields.length);
  return Buffer.concat([head, ...fields.flatMap((field) => [length(field), field])]);
}

export const uuid = (value: string) => Buffer.from(value.replaceAll('-', ''), 'hex');
export const text = (value: string) => Buffer.from(value, 'utf8');

export function timestamp(at: Date): Buffer {
  const field = Buffer.alloc(8);
  field.writeBigInt64BE(BigInt(at.getTime() - EPOCH_MS) * 1000n);
  return field;
}

/** pgvector's own form: the dimension and an unused number of 16 bits each, then 32-bit floats. */
export function vector(values: readonly number[]): Buffer {
  const field = Buffer.alloc(4 + values.length * 4);
  field.writeUInt16BE(values.length);
  values.forEach((value, i) => field.writeFloatBE(value, 4 + i * 4));
  return field;
}

function length(field: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeInt32BE(field.length);
  return head;
}
