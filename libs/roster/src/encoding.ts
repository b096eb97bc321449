import { isUtf8 } from 'node:buffer';
import { RosterFault } from './roster-fault.js';

const NEWLINE = 0x0a;

/** UTF-8, with or without a byte order mark, as text. @throws {RosterFault} for any other encoding */
export function textOf(bytes: Uint8Array): string {
  if (bytes.includes(0)) {
    throw new RosterFault(
      1,
      'The file is not UTF-8 text. Save it as "CSV UTF-8" (not as UTF-16 or a workbook).',
    );
  }
  if (!isUtf8(bytes)) {
    const reason = 'It holds letters that are not UTF-8. Save the file as "CSV UTF-8" and try again.';
    throw new RosterFault(firstBrokenLine(bytes), reason);
  }
  return new TextDecoder('utf-8').decode(bytes);
}

function firstBrokenLine(bytes: Uint8Array): number {
  for (let start = 0, line = 1; ; line++) {
    const end = bytes.indexOf(NEWLINE, start);
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line;
    start = end + 1;
  }
}
