/**
 * Numbers from 0 (included) to 1 (excluded), the same for the same seed: the generator of Park and Miller with the
 * multiplier 48271 ("Another test for randomness", CACM 36/7, 1993). Good enough for noise on a picture, for nothing
 * that somebody must not guess.
 *
 * @param seed a whole number
 */
export function uniform(seed: number): () => number {
  const modulus = 2 ** 31 - 1;
  let state = ((seed % modulus) + modulus) % modulus || 1;
  // The first numbers of neighbouring seeds are neighbours too.
  for (let i = 0; i < 10; i++) state = (state * 48271) % modulus;
  return () => {
    state = (state * 48271) % modulus;
    return (state - 1) / (modulus - 1);
  };
}
