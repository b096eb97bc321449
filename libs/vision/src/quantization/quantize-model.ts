import { attributeProto } from '../graph/attribute.js';
import { decodeModel, encodeModel, type NodeProto, type TensorProto } from '../graph/model-proto.js';
import { activationLevels, constant, floatsOf, weightLevels, type ValueRange } from './quantized-tensors.js';

/**
 * A network in levels of 8 bits: between its operators stand pairs of QuantizeLinear and DequantizeLinear, of which
 * onnxruntime makes operators on levels (https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html).
 * Processors with instructions for it (VNNI) take a third of the time; others may take more.
 *
 * @param model ONNX of opset 13 or later, 32-bit floats
 * @param ranges of its activations: see `calibrate`
 * @throws RangeError where the model is older
 */
export function quantizeModel(model: Uint8Array, ranges: ReadonlyMap<string, ValueRange>): Uint8Array {
  const proto = decodeModel(model);
  const opset = Number(proto.opsetImport?.find(({ domain }) => !domain)?.version ?? 0);
  if (opset < 13) throw new RangeError(`The model is of opset ${opset}; levels need 13.`);
  const graph = proto.graph!;
  const writer = new LevelWriter(graph.initializer ?? [], ranges);
  for (const { name } of graph.input ?? []) writer.level(name!);
  for (const node of graph.node ?? []) writer.add(node);
  graph.node = writer.nodes;
  graph.initializer = writer.constants;
  return encodeModel(proto);
}

class LevelWriter {
  readonly nodes: NodeProto[] = [];
  private readonly added = new Map<string, TensorProto>();
  /** By the name of an activation or of a constant, the name of what it is read as. */
  private readonly readAs = new Map<string, string>();
  private readonly original: ReadonlyMap<string, TensorProto>;

  constructor(
    initializers: readonly TensorProto[],
    private readonly ranges: ReadonlyMap<string, ValueRange>,
  ) {
    this.original = new Map(initializers.map((tensor) => [tensor.name!, tensor]));
  }

  /** What is still read as it was, and what was made. */
  get constants(): TensorProto[] {
    const read = new Set(this.nodes.flatMap(({ input }) => input ?? []));
    return [...this.original.values(), ...this.added.values()].filter(({ name }) => read.has(name!));
  }

  add(node: NodeProto): void {
    const own = node.opType === 'Conv' ? this.convolution(node) : node;
    const input = (own.input ?? []).map((name) => this.readAs.get(name) ?? name);
    this.nodes.push({ ...own, input });
    for (const name of node.output ?? []) this.level(name);
  }

  /** Puts an activation into levels and back, where its range is known. */
  level(name: string): void {
    const range = this.ranges.get(name);
    if (!range) return;
    const { scale, zeroPoint } = activationLevels(range);
    const by = [
      this.constant(`${name}/scale`, Float32Array.of(scale), []),
      this.constant(`${name}/zero`, Uint8Array.of(zeroPoint), []),
    ];
    this.push('QuantizeLinear', [name, ...by], `${name}/levels`);
    this.push('DequantizeLinear', [`${name}/levels`, ...by], `${name}/read`);
    this.readAs.set(name, `${name}/read`);
  }

  /** Its weights as levels, channel by channel; the bias in what one level of its products is. */
  private convolution(node: NodeProto): NodeProto {
    const [input, weight, bias] = node.input as [string, string, string?];
    const range = this.ranges.get(input);
    const weights = this.original.get(weight);
    if (!range || !weights) return node;
    const channels = Number(weights.dims![0]);
    const { levels, scales } = weightLevels(floatsOf(weights), channels);
    const name = `${node.output![0]!}/weights`;
    const read = this.dequantized(name, levels, weights.dims!.map(Number), scales);
    if (!bias) return { ...node, input: [input, read] };
    const products = scales.map((scale) => scale * activationLevels(range).scale);
    const offsets = Int32Array.from(floatsOf(this.original.get(bias)!), (value, i) =>
      Math.round(value / products[i]!),
    );
    const moved = this.dequantized(`${node.output![0]!}/bias`, offsets, [channels], products);
    return { ...node, input: [input, read, moved] };
  }

  private dequantized(
    name: string,
    levels: Int8Array | Int32Array,
    dims: readonly number[],
    scales: Float32Array,
  ) {
    const zeros = levels instanceof Int8Array ? new Int8Array(scales.length) : new Int32Array(scales.length);
    const inputs = [
      this.constant(name, levels, dims),
      this.constant(`${name}/scales`, scales, [scales.length]),
      this.constant(`${name}/zeros`, zeros, [scales.length]),
    ];
    this.push('DequantizeLinear', inputs, `${name}/read`, 0);
    return `${name}/read`;
  }

  private constant(name: string, data: Parameters<typeof constant>[1], dims: readonly number[]): string {
    this.added.set(name, constant(name, data, dims));
    return name;
  }

  private push(opType: string, input: string[], output: string, axis?: number): void {
    const attribute = axis === undefined ? [] : [attributeProto('axis', axis)];
    this.nodes.push({ opType, name: output, input, output: [output], attribute });
  }
}
