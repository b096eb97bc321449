import { z } from 'zod';

const quantizationSchema = z.object({ dtype: z.literal('uint8'), scale: z.number(), min: z.number() });

/** A TensorFlow.js weights manifest: groups of arrays, laid one behind the other in the group's binary file. */
const indexSchema = z.array(
  z.object({
    weights: z.array(
      z.object({
        name: z.string(),
        shape: z.array(z.int().nonnegative()),
        dtype: z.enum(['float32', 'int32']),
        quantization: quantizationSchema.optional(),
      }),
    ),
  }),
);

/** One array of weights, dequantised; elements in row-major order of `shape`. */
export interface Weights {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** The arrays of one network by their TensorFlow names. */
export class WeightMap {
  private constructor(private readonly arrays: ReadonlyMap<string, Weights>) {}

  /**
   * Reads what tfjs-converter wrote with `--quantization_bytes 1`: each array is float32, or uint8 where the value is
   * `byte * scale + min`.
   *
   * @param index text of `*-weights_manifest.json` with one group
   * @param binary the group's file
   * @throws Error when the two do not belong together
   */
  static read(index: string, binary: Uint8Array): WeightMap {
    const entries = indexSchema.parse(JSON.parse(index)).flatMap((group) => group.weights);
    const arrays = new Map<string, Weights>();
    let offset = 0;
    for (const { name, shape, quantization } of entries) {
      const length = shape.reduce((product, size) => product * size, 1);
      const end = offset + length * (quantization ? 1 : 4);
      // A copy: float32 arrays start at any byte of the file, and `slice` of a Buffer would share its memory.
      const bytes = new Uint8Array(binary.subarray(offset, end));
      arrays.set(name, {
        shape,
        data: quantization ? dequantize(bytes, quantization) : new Float32Array(bytes.buffer),
      });
      offset = end;
    }
    if (offset !== binary.length) {
      throw new Error(`the weights take ${offset} bytes by their index and ${binary.length} in their file`);
    }
    return new WeightMap(arrays);
  }

  /** @throws Error when the network has no such array */
  get(name: string): Weights {
    const weights = this.arrays.get(name);
    if (!weights) throw new Error(`the weights hold no ${name}`);
    return weights;
  }
}

function dequantize(bytes: Uint8Array, { scale, min }: z.infer<typeof quantizationSchema>): Float32Array {
  const data = new Float32Array(bytes.length);
  // A plain loop: `Float32Array.from` with a function takes 20 times as long, which the start-up would show.
  for (let i = 0; i < data.length; i++) data[i] = (bytes[i] as number) * scale + min;
  return data;
}
