import type { ImageRejected } from '@rollcall/vision';
import { DomainError } from '../platform/domain-error.js';

/** An image that cannot be taken, as the API says it. */
export function refusalOfImage({ code, message }: ImageRejected): DomainError {
  return new DomainError(code === 'IMAGE_TOO_LARGE' ? 'too-large' : 'rule', code, message);
}
