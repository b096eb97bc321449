import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { whatIsMissing } from '../../run/install.cjs';

const LOCK = {
  '': {},
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a/node_modules/b': { version: '2.0.0' },
  'node_modules/other-platform': { version: '1.0.0', optional: true },
};

describe('what an install is missing', () => {
  let root: string;

  beforeEach(() => (root = mkdtempSync(path.join(tmpdir(), 'rollcall install '))));
  afterEach(() => rmSync(root, { recursive: true }));

  const write = (file: string, packages: object) =>
    writeFileSync(path.join(root, file), JSON.stringify({ packages }));
  const lay = (folder: string) => {
    mkdirSync(path.join(root, folder), { recursive: true });
    writeFileSync(path.join(root, folder, 'package.json'), '{}');
  };
  const installed = { ...LOCK, '': undefined, 'node_modules/other-platform': undefined };

  beforeEach(() => {
    lay('node_modules/a');
    lay('node_modules/a/node_modules/b');
    write('package-lock.json', LOCK);
    write('node_modules/.package-lock.json', installed);
  });

  it('is nothing when every package lies there in its version; another platform’s is not expected', () => {
    expect(whatIsMissing(root)).toBeNull();
  });

  it('is everything when npm left no record, because its last install did not end', () => {
    rmSync(path.join(root, 'node_modules/.package-lock.json'));
    expect(whatIsMissing(root)).toMatch(/first time/);
  });

  it('is a package that the lock file wants in another version', () => {
    write('package-lock.json', { ...LOCK, 'node_modules/a': { version: '1.0.1' } });
    expect(whatIsMissing(root)).toBe('a is new or missing');
  });

  it('is a package that the lock file has gained', () => {
    write('package-lock.json', { ...LOCK, 'node_modules/@scope/c': { version: '1.0.0' } });
    expect(whatIsMissing(root)).toBe('@scope/c is new or missing');
  });

  it('is a package whose folder somebody deleted', () => {
    rmSync(path.join(root, 'node_modules/a/node_modules'), { recursive: true });
    expect(whatIsMissing(root)).toBe('b is new or missing');
  });
});
