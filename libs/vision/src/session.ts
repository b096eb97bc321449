import './no-telemetry.js';
import * as ort from 'onnxruntime-node';

/** Element buffers that the runtime takes and gives. */
export type TensorData = Float32Array | Float64Array | Uint8Array | Int32Array | BigInt64Array;

/** Numbers with their shape; `data.length` is the product of `dims`, last axis fastest. */
export interface NumberTensor<Data extends TensorData = TensorData> {
  readonly data: Data;
  readonly dims: readonly number[];
}

/** How a model is run. */
export interface SessionOptions {
  /** Threads of one run (intra-op); 1 when left out. */
  readonly threads?: number;
  /**
   * False gives memory back as soon as a run needs it no more. The arena that is used otherwise is faster for small
   * networks that run often, and holds on to twice of what large ones need.
   */
  readonly arena?: boolean;
}

/** One opened network. `run` blocks the JavaScript thread it is called on while the network computes. */
export interface ModelSession {
  readonly inputNames: readonly string[];
  /** Dimensions of each input, in the order of the names; a name, or a number under 1, is one that any size may take. */
  readonly inputShapes: readonly (readonly (number | string)[])[];
  readonly outputNames: readonly string[];
  /** Milliseconds spent inside the runtime since the session was opened. */
  readonly inferenceMs: number;
  run(feeds: Readonly<Record<string, NumberTensor>>): Promise<Record<string, NumberTensor>>;
  close(): Promise<void>;
}

/**
 * Opens an ONNX model from a path or from its bytes. A path is much cheaper in memory than bytes (a 69 MB model
 * costs 271 MB more when it comes as a buffer); bytes are for graphs that are written in memory.
 */
export async function openSession(
  model: string | Uint8Array,
  options: SessionOptions = {},
): Promise<ModelSession> {
  const settings: ort.InferenceSession.SessionOptions = {
    intraOpNumThreads: options.threads ?? 1,
    interOpNumThreads: 1,
    graphOptimizationLevel: 'all',
    enableCpuMemArena: options.arena ?? true,
    enableMemPattern: options.arena ?? true,
    // Spinning threads burn a third more CPU between two frames for no gain in latency.
    extra: { session: { intra_op: { allow_spinning: '0' }, inter_op: { allow_spinning: '0' } } },
  };
  const session =
    typeof model === 'string'
      ? await ort.InferenceSession.create(model, settings)
      : await ort.InferenceSession.create(model, settings);
  return new OnnxSession(session);
}

class OnnxSession implements ModelSession {
  #spent = 0;

  constructor(private readonly session: ort.InferenceSession) {}

  get inputNames(): readonly string[] {
    return this.session.inputNames;
  }

  get inputShapes(): readonly (readonly (number | string)[])[] {
    return this.session.inputMetadata.map((input) => (input.isTensor ? input.shape : []));
  }

  get outputNames(): readonly string[] {
    return this.session.outputNames;
  }

  get inferenceMs(): number {
    return this.#spent;
  }

  async run(feeds: Readonly<Record<string, NumberTensor>>): Promise<Record<string, NumberTensor>> {
    const tensors: Record<string, ort.Tensor> = {};
    for (const [name, { data, dims }] of Object.entries(feeds)) tensors[name] = new ort.Tensor(data, dims);
    const started = performance.now();
    const outputs = await this.session.run(tensors);
    this.#spent += performance.now() - started;
    return outputs as Record<string, NumberTensor>;
  }

  close(): Promise<void> {
    return this.session.release();
  }
}
