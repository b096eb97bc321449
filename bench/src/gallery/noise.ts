/** Sum of four bytes: mean 510, variance 4 * (256^2 - 1) / 12. */
const MEAN = 510;
const DEVIATION = Math.sqrt((4 * (256 ** 2 - 1)) / 12);
const WARM_UP = 12;

/**
 * About normally distributed numbers, the same ones for the same seed and stream. From each word of sfc32 the four bytes
 * are added up: one step for each number, since there are half a billion to make. (A generator with 32 bits of state would
 * not do: its streams are parts of one circle, and thousands of them overlap.)
 */
export function noiseFrom(seed: number, stream: number): () => number {
  let [a, b, c, counter] = [seed | 0, stream | 0, 0x9e37_79b9 | 0, 1];
  const next = () => {
    const word = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
    return (sum - MEAN) / DEVIATION;
  };
  for (let i = 0; i < WARM_UP; i++) next();
  return next;
}
