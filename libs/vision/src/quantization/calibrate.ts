import { decodeModel, encodeModel } from '../graph/model-proto.js';
import { openSession, type NumberTensor } from '../session.js';
import { activationsOf, passedOn } from './activations.js';
import { FLOAT32, type ValueRange } from './quantized-tensors.js';

/**
 * Between which values the activations of a network lie on some inputs, which should be like those that it will see.
 *
 * @param model ONNX, 32-bit floats
 * @param inputs of its first input, of any size that it takes
 */
export async function calibrate(
  model: Uint8Array,
  inputs: AsyncIterable<NumberTensor>,
): Promise<Map<string, ValueRange>> {
  const watched = decodeModel(model);
  const graph = watched.graph!;
  const names = activationsOf(graph);
  const own = new Set((graph.output ?? []).map(({ name }) => name));
  const given = new Set((graph.input ?? []).map(({ name }) => name));
  const extra = names.filter((name) => !own.has(name) && !given.has(name));
  graph.output = [
    ...(graph.output ?? []),
    ...extra.map((name) => ({ name, type: { tensorType: { elemType: FLOAT32 } } })),
  ];
  const session = await openSession(encodeModel(watched));
  const ranges = new Map<string, ValueRange>();
  try {
    const input = session.inputNames[0]!;
    for await (const tensor of inputs) {
      const outputs = { ...(await session.run({ [input]: tensor })), [input]: tensor };
      for (const name of names)
        ranges.set(name, widened(ranges.get(name), outputs[name]!.data as Float32Array));
    }
  } finally {
    await session.close();
  }
  for (const [to, from] of passedOn(graph.node ?? []))
    if (ranges.has(from)) ranges.set(to, ranges.get(from)!);
  return ranges;
}

function widened(range: ValueRange | undefined, values: Float32Array): ValueRange {
  let [min, max] = [range?.min ?? 0, range?.max ?? 0];
  for (const value of values) {
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return { min, max };
}
