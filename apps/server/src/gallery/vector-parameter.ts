const HEADER_BYTES = 4;

/**
 * A vector as `pg` hands it over in binary form: its length and an unused number of 16 bits each, then 32-bit floats, all
 * big-endian. As text it would be five times as long and would have to be written and read digit by digit.
 */
export function vectorParameter(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(HEADER_BYTES + values.length * 4);
  bytes.writeUInt16BE(values.length);
  for (let i = 0; i < values.length; i++) bytes.writeFloatBE(values[i]!, HEADER_BYTES + i * 4);
  return bytes;
}
