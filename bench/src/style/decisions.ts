/** A channel's plane of numbers after the other. */
export interface Planes {
  readonly width: number;
  readonly height: number;
  readonly data: ArrayLike<number>;
}

/** Where single precision decided otherwise than double precision. */
export interface Flips {
  readonly count: number;
  /** The clearest of them. */
  readonly clearest: Flip | null;
}

/** One decision that was taken otherwise. */
export interface Flip {
  /** Channel, row and column (of a window its upper left corner). */
  readonly at: readonly [channel: number, row: number, column: number];
  /** How far it was from a tie in double precision, in shares of the layer's root mean square. */
  readonly margin: number;
  /** The number before the ReLU, or those of the window row by row: in double and in single precision. */
  readonly exact: readonly number[];
  readonly single: readonly number[];
}

/** How a layer's numbers in single precision compare with those in double precision. */
export interface LayerDecisions {
  /** Largest error of a number before the ReLU, in shares of the layer's root mean square. */
  readonly rounding: number;
  /** Above zero or not: what the ReLU lets through forwards and backwards. */
  readonly relu: Flips;
  /** Which of a 2x2 window is the largest, and takes the whole gradient; only before a pooling. */
  readonly pool: Flips | null;
}

/**
 * A ReLU and a max pooling are decisions: where a number is as close to zero, or two numbers are as close to each other, as
 * rounding reaches, engines that add in another order decide differently, and a whole entry of the gradient moves.
 *
 * @param exact the same numbers in double precision
 */
export function compareDecisions(single: Planes, exact: Planes, pooled: boolean): LayerDecisions {
  const { data } = exact;
  let [squares, error] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    squares += data[i]! ** 2;
    error = Math.max(error, Math.abs(single.data[i]! - data[i]!));
  }
  const rms = Math.sqrt(squares / data.length);
  return {
    rounding: error / rms,
    relu: reluFlips(single, exact, rms),
    pool: pooled ? poolFlips(single, exact, rms) : null,
  };
}

function reluFlips(single: Planes, exact: Planes, rms: number): Flips {
  const tally = new Tally(single, exact, rms);
  for (let i = 0; i < exact.data.length; i++) {
    if (exact.data[i]! > 0 !== single.data[i]! > 0) tally.add([i], Math.abs(exact.data[i]!));
  }
  return tally;
}

function poolFlips(single: Planes, exact: Planes, rms: number): Flips {
  const { width, height, data } = exact;
  const tally = new Tally(single, exact, rms);
  for (let plane = 0; plane < data.length; plane += width * height) {
    for (let row = 0; row + 1 < height; row += 2) {
      for (let column = 0; column + 1 < width; column += 2) {
        const corner = plane + row * width + column;
        const window = [corner, corner + 1, corner + width, corner + width + 1];
        const [due, found] = [largestOf(data, window), largestOf(single.data, window)];
        // A window without a number above zero passes no gradient, whichever is chosen.
        if (due !== found && data[due]! > 0) tally.add(window, data[due]! - Math.max(0, data[found]!));
      }
    }
  }
  return tally;
}

/** The place of the largest; the first of equals. */
const largestOf = (data: ArrayLike<number>, places: readonly number[]) =>
  places.reduce((best, place) => (data[place]! > data[best]! ? place : best));

class Tally implements Flips {
  count = 0;
  clearest: Flip | null = null;
  readonly #single: Planes;
  readonly #exact: Planes;
  readonly #rms: number;

  constructor(single: Planes, exact: Planes, rms: number) {
    [this.#single, this.#exact, this.#rms] = [single, exact, rms];
  }

  add(places: readonly number[], distance: number): void {
    this.count += 1;
    const margin = distance / this.#rms;
    if (this.clearest && margin <= this.clearest.margin) return;
    const { width, height } = this.#exact;
    const [row, column] = [Math.trunc(places[0]! / width), places[0]! % width];
    this.clearest = {
      at: [Math.trunc(row / height), row % height, column],
      margin,
      exact: places.map((place) => this.#exact.data[place]!),
      single: places.map((place) => this.#single.data[place]!),
    };
  }
}
