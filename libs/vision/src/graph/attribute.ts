import type { AttributeProto } from './model-proto.js';

/**
 * Value of a node's attribute. JavaScript has one number type where ONNX has two, so a number is written as an
 * integer unless it is wrapped by `float`; nothing is guessed from whether it happens to be whole.
 */
export type AttributeValue = number | Float | string | readonly number[];

/** A floating-point attribute. */
export interface Float {
  readonly float: number;
}

/** Marks a number as a floating-point attribute, e.g. `{ alpha: float(0.1) }`. */
export function float(value: number): Float {
  return { float: value };
}

const FLOAT = 1;
const INT = 2;
const STRING = 3;
const INTS = 7;

/**
 * An attribute in ONNX's form: an integer, a `float`, a string or a list of integers.
 * @throws RangeError for a number that is not a whole one and not marked by `float`
 */
export function attributeProto(name: string, value: AttributeValue): AttributeProto {
  if (typeof value === 'string') return { name, type: STRING, s: new TextEncoder().encode(value) };
  if (typeof value === 'number') return { name, type: INT, i: whole(name, value) };
  if ('float' in value) return { name, type: FLOAT, f: value.float };
  return { name, type: INTS, ints: value.map((entry) => whole(name, entry)) };
}

function whole(name: string, value: number): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`attribute ${name}: ${value} is not an integer`);
  return value;
}
