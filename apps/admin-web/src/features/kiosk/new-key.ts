const BYTES = 16;

/** An Idempotency-Key; `crypto.randomUUID` exists on secure pages only. */
export const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(BYTES)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
