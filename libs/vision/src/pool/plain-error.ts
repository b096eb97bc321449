import { ImageRejected, type ImageRejection } from '../image-rejected.js';
import { PackError, type PackFault } from '../packs/pack-error.js';
import { SafetensorsError } from '../style/safetensors-header.js';
import { StyleError, type StyleFault } from '../style/style-error.js';

/** What is left of an error when it crosses to another thread. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
}

/** Takes an error apart, because structured cloning drops its class and its code. */
export function toPlainError(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error) };
  const { name, message, stack, code } = error as Error & { code?: unknown };
  return { name, message, ...(stack && { stack }), ...(typeof code === 'string' && { code }) };
}

/** Puts the error together again, with the class and the code that it had. */
export function fromPlainError({ name, message, code, stack }: PlainError): Error {
  if (name === 'ImageRejected') return new ImageRejected(code as ImageRejection, message);
  if (name === 'PackError') return new PackError(code as PackFault, message);
  if (name === 'SafetensorsError') return new SafetensorsError(message);
  if (name === 'StyleError') return new StyleError(code as StyleFault, message);
  return Object.assign(new Error(message), { name }, code && { code }, stack && { stack });
}
