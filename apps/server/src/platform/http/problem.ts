import { STATUS_CODES } from 'node:http';
import type { Problem } from '@rollcall/contracts';

/** Problem details (RFC 9457) of one kind; the kind is named by its code. */
export function problemOf(status: number, code: string, detail: string): Problem {
  return {
    type: `urn:rollcall:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    code,
    detail,
  };
}
