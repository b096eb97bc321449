import type { GraphProto, NodeProto } from '../graph/model-proto.js';

/** Operators that onnxruntime computes on levels; what lies between them never becomes floats again. */
const ON_LEVELS = new Set(['Conv', 'Relu', 'Add', 'MaxPool', 'AveragePool', 'Resize']);
/** Their output is made of values of their input, so that both have the same levels. */
const PASSES_ON = new Set(['MaxPool', 'Resize']);

/** The activations of a graph that become levels, in the order in which they are made. */
export function activationsOf({ node: nodes = [], initializer = [] }: GraphProto): string[] {
  const constants = new Set(initializer.map(({ name }) => name));
  const found = new Set<string>();
  for (const node of nodes.filter(({ opType = '' }) => ON_LEVELS.has(opType))) {
    // Beyond the first, only Add takes activations.
    const inputs = node.opType === 'Add' ? (node.input ?? []) : (node.input ?? []).slice(0, 1);
    for (const name of inputs) if (name && !constants.has(name)) found.add(name);
    found.add(node.output![0]!);
  }
  // Conv and Relu are one operator there.
  for (const conv of nodes.filter(({ opType }) => opType === 'Conv')) {
    const readers = nodes.filter(({ input = [] }) => input.includes(conv.output![0]!));
    if (readers.length === 1 && readers[0]!.opType === 'Relu') found.delete(conv.output![0]!);
  }
  return [...found];
}

/** For the output of an operator that passes values on, the activation that it has them from. */
export const passedOn = (nodes: readonly NodeProto[]): Map<string, string> =>
  new Map(
    nodes
      .filter(({ opType = '' }) => PASSES_ON.has(opType))
      .map(({ input, output }) => [output![0]!, input![0]!]),
  );
