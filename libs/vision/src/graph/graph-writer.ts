import { attributeProto, type AttributeValue } from './attribute.js';
import { encodeModel, type GraphProto, type ModelProto, type ValueInfoProto } from './model-proto.js';
import { ELEMENT_TYPES, tensorProto, type ElementType, type TensorData } from './tensor.js';

/** A dimension of an input or output: a fixed size, or a name for one that is only known at run time. */
export type Dimension = number | string;

/** A value that flows through a graph: an input, a constant or an output of a node. */
export interface Value {
  /** Unique within its graph. */
  readonly name: string;
  readonly type: ElementType;
}

/** Attributes of a node by name; `undefined` leaves the attribute to its default. */
export type Attributes = Readonly<Record<string, AttributeValue | undefined>>;

/** What `GraphWriter.op` may be told beyond inputs and attributes. */
export interface OpResult {
  /** Element type of the outputs; the type of the first input where it is left out. */
  readonly type?: ElementType;
  /** Operators outside ONNX's own set, e.g. `com.microsoft`. */
  readonly domain?: string;
}

/** Versions a graph is written for. Both defaults run on onnxruntime 1.13 and later. */
export interface GraphOptions {
  /** Version of ONNX's operator set. */
  readonly opset?: number;
  /** Version of the file format. */
  readonly irVersion?: number;
}

/**
 * Writes one ONNX graph in memory, node after node in the order of the calls, which therefore is a topological one.
 * It knows nothing of single operators; `GraphBuilder` adds those. Shapes are not inferred: onnxruntime checks them
 * when it opens the model. The format is that of onnx.proto (https://onnx.ai/onnx/repo-docs/IR.html).
 */
export class GraphWriter {
  private readonly graph: Required<Omit<GraphProto, 'valueInfo'>>;
  private readonly domains = new Set<string>();
  private readonly names = new Set<string>();
  private readonly counts = new Map<string, number>();

  constructor(
    name: string,
    private readonly options: GraphOptions = {},
  ) {
    this.graph = { name, node: [], initializer: [], input: [], output: [] };
  }

  /** An input of the graph; the name is kept as given and must be unique. */
  input(name: string, type: ElementType, shape: readonly Dimension[]): Value {
    this.graph.input.push(valueInfo(this.claim(name), type, shape));
    return { name, type };
  }

  /**
   * A constant of the graph (an initializer).
   * @param shape outermost first, `[]` for a scalar; elements in row-major order
   */
  constant(
    type: ElementType,
    shape: readonly number[],
    data: TensorData | readonly number[],
    label = 'constant',
  ): Value {
    const name = this.unique(label);
    this.graph.initializer.push(tensorProto(name, type, shape, data));
    return { name, type };
  }

  /** A node with one output. A `null` input is an optional one that is left out. */
  op(opType: string, inputs: readonly (Value | null)[], attributes?: Attributes, result?: OpResult): Value {
    const [value] = this.ops(1, opType, inputs, attributes, result);
    return value as Value;
  }

  /** A node with `outputs` outputs, all of one element type. */
  ops(
    outputs: number,
    opType: string,
    inputs: readonly (Value | null)[],
    attributes: Attributes = {},
    result: OpResult = {},
  ): Value[] {
    const type = result.type ?? inputs.find((input) => input !== null)?.type ?? 'float32';
    const values = Array.from({ length: outputs }, () => ({ name: this.unique(opType.toLowerCase()), type }));
    if (result.domain) this.domains.add(result.domain);
    this.graph.node.push({
      opType,
      name: `${opType}_${this.graph.node.length}`,
      domain: result.domain ?? '',
      input: inputs.map((input) => input?.name ?? ''),
      output: values.map((value) => value.name),
      attribute: Object.entries(attributes).flatMap(([name, value]) =>
        value === undefined ? [] : [attributeProto(name, value)],
      ),
    });
    return values;
  }

  /** Makes a value an output of the graph, under `name`; a shape may be given for whoever reads the model. */
  output(name: string, value: Value, shape?: readonly Dimension[]): void {
    this.claim(name);
    this.graph.node.push({ opType: 'Identity', name, input: [value.name], output: [name] });
    this.graph.output.push(valueInfo(name, value.type, shape));
  }

  /** The model as decoded messages, e.g. to join it with another one. */
  toProto(): ModelProto {
    const { opset = 17, irVersion = 8 } = this.options;
    const others = [...this.domains].map((domain) => ({ domain, version: 1 }));
    return {
      irVersion,
      producerName: 'rollcall',
      opsetImport: [{ domain: '', version: opset }, ...others],
      graph: this.graph,
    };
  }

  /** The bytes of the ONNX file. */
  toModel(): Uint8Array {
    return encodeModel(this.toProto());
  }

  private claim(name: string): string {
    if (this.names.has(name)) throw new Error(`the graph already has a value named ${name}`);
    this.names.add(name);
    return name;
  }

  private unique(label: string): string {
    let count = this.counts.get(label) ?? 0;
    while (this.names.has(`${label}_${count}`)) count += 1;
    this.counts.set(label, count + 1);
    return this.claim(`${label}_${count}`);
  }
}

function valueInfo(name: string, type: ElementType, shape?: readonly Dimension[]): ValueInfoProto {
  const dim = shape?.map((size) => (typeof size === 'number' ? { dimValue: size } : { dimParam: size }));
  return { name, type: { tensorType: { elemType: ELEMENT_TYPES[type], ...(dim && { shape: { dim } }) } } };
}
