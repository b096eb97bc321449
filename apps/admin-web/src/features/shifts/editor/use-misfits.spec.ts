import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { misfitOf } from './use-misfits.js';

const CHECKS = join(import.meta.dirname, '../../../../../..', 'apps/server/src/attendance/shifts/checked.ts');

/** What stands between quotes as the field of a misfit; the start and the end of a break are named by place. */
const fields = () => [
  ...[...readFileSync(CHECKS, 'utf8').matchAll(/\b(?:path|start|end): [^,\n]*?'(\w+)'/g)].map(
    ([, field]) => field!,
  ),
  'breakWindows.0.start',
  'breakWindows.11.end',
];

describe('the fields of a shift that the server checks', () => {
  it('are found where they are checked', () =>
    expect(fields()).toEqual(expect.arrayContaining(['coreStart', 'breakMinutes', 'dueMinutes'])));

  it('have a sentence in the reader’s language, each of them', () =>
    expect(fields().filter((path) => !misfitOf(path))).toEqual([]));
});
