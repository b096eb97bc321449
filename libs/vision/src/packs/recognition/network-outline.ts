import { decodeModel, type ValueInfoProto } from '../../graph/model-proto.js';

/** An input or output of a network; null for a dimension that is only known when it runs. */
export interface Port {
  readonly name: string;
  readonly dims: readonly (number | null)[];
}

/** What can be said of a network without running it. */
export interface NetworkOutline {
  readonly inputs: readonly Port[];
  readonly outputs: readonly Port[];
  /** Whether it normalises pixels itself: it begins by subtracting and multiplying, or by a batch normalisation. */
  readonly normalises: boolean;
}

/** Nodes among which the normalisation of pixels lies where there is one (InsightFace looks at as many). */
const BEGINNING = 8;

/**
 * Reads what goes into a network and what comes out.
 *
 * @param bytes of an ONNX file
 * @throws Error when they are none
 */
export function outlineOf(bytes: Uint8Array): NetworkOutline {
  const { graph } = decodeModel(bytes);
  const constants = new Set(graph?.initializer?.map(({ name }) => name));
  const beginning = (graph?.node ?? []).slice(0, BEGINNING);
  const begins = (type: string) => beginning.some(({ opType }) => opType === type);
  return {
    // Older files list their weights among the inputs.
    inputs: (graph?.input ?? []).filter(({ name }) => !constants.has(name)).map(port),
    outputs: (graph?.output ?? []).map(port),
    normalises: (begins('Sub') && begins('Mul')) || beginning[0]?.opType === 'BatchNormalization',
  };
}

function port({ name, type }: ValueInfoProto): Port {
  const dims = type?.tensorType?.shape?.dim ?? [];
  return {
    name: name ?? '',
    dims: dims.map(({ dimValue, dimParam }) => (dimParam ? null : Number(dimValue ?? 0) || null)),
  };
}
