import protobuf from 'protobufjs';

import { ONNX_SCHEMA } from './onnx-schema.js';

/** A 64-bit integer as the decoder gives it; `Number()` turns either into a number. */
export type Int64 = number | { toNumber(): number; valueOf(): unknown };

/** A tensor stored in a model. `rawData` holds the elements little-endian, in row-major order. */
export interface TensorProto {
  name?: string;
  dims?: Int64[];
  /** Code of `ELEMENT_TYPES`. */
  dataType?: number;
  rawData?: Uint8Array;
  floatData?: number[];
  int32Data?: number[];
  int64Data?: Int64[];
}

/** One attribute of a node; `type` says which of the value fields counts (1 f, 2 i, 3 s, 4 t, 6 floats, 7 ints, 8 strings). */
export interface AttributeProto {
  name?: string;
  type?: number;
  f?: number;
  i?: Int64;
  s?: Uint8Array;
  t?: TensorProto;
  floats?: number[];
  ints?: Int64[];
  strings?: Uint8Array[];
}

/** One operator: names of the values that it reads and writes; an empty input name is an omitted optional input. */
export interface NodeProto {
  name?: string;
  opType?: string;
  domain?: string;
  input?: string[];
  output?: string[];
  attribute?: AttributeProto[];
}

/** Name, element type and shape of an input or output; a dimension is fixed (`dimValue`) or named (`dimParam`). */
export interface ValueInfoProto {
  name?: string;
  type?: {
    tensorType?: { elemType?: number; shape?: { dim?: { dimValue?: Int64; dimParam?: string }[] } };
  };
}

/** A graph: nodes in topological order, the constants they read, and what goes in and out. */
export interface GraphProto {
  name?: string;
  node?: NodeProto[];
  initializer?: TensorProto[];
  input?: ValueInfoProto[];
  output?: ValueInfoProto[];
  valueInfo?: ValueInfoProto[];
}

/**
 * A whole ONNX model. These interfaces name the fields the house uses; fields beyond them (functions, metadata,
 * sharding) survive `decodeModel` -> `encodeModel` unchanged, because the schema is complete.
 */
export interface ModelProto {
  irVersion?: Int64;
  producerName?: string;
  opsetImport?: { domain?: string; version?: Int64 }[];
  graph?: GraphProto;
}

const messages = protobuf.parse(ONNX_SCHEMA).root;

/**
 * Reads an ONNX file.
 * @param bytes the serialised `ModelProto`
 * @throws Error when the bytes are not a protobuf message or hold no graph
 */
export function decodeModel(bytes: Uint8Array): ModelProto {
  const model = messages.lookupType('onnx.ModelProto').decode(bytes) as ModelProto;
  if (!model.graph) throw new Error('not an ONNX model: it holds no graph');
  return model;
}

/** Serialises a model to the bytes of an ONNX file. */
export function encodeModel(model: ModelProto): Uint8Array {
  return messages.lookupType('onnx.ModelProto').encode(model).finish();
}
