import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fingerprint } from '../../run/fingerprint.cjs';

describe('the fingerprint of the tree', () => {
  let root: string;

  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };

  beforeEach(() => {
    root = mkdtempSync(path.join(tmpdir(), 'rollcall tree '));
    ['package-lock.json', 'nx.json', 'tsconfig.base.json'].forEach((file) => write(file, '{}'));
    write('package.json', JSON.stringify({ workspaces: ['libs/*', 'tools'] }));
    write('libs/one/package.json', '{}');
    write('libs/one/src/index.ts', 'export const one = 1;');
    write('libs/one/dist/index.js', 'exports.one = 1;');
    write('tools/package.json', '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('stays the same while nothing is touched', () => {
    expect(fingerprint(root)).toEqual(fingerprint(root));
  });

  it.each(['libs/one/src/index.ts', 'libs/one/src/deep/new.ts', 'tools/package.json', 'package-lock.json'])(
    'changes its sources with %s',
    (file) => {
      const before = fingerprint(root);
      write(file, 'something else');
      const after = fingerprint(root);
      expect(after.sources).not.toBe(before.sources);
      expect(after.outputs).toBe(before.outputs);
    },
  );

  it('changes its outputs, and only those, with a compiled file', () => {
    const before = fingerprint(root);
    rmSync(path.join(root, 'libs/one/dist/index.js'));
    const after = fingerprint(root);
    expect(after.outputs).not.toBe(before.outputs);
    expect(after.sources).toBe(before.sources);
  });

  it.each(['libs/one/src/one.spec.ts', 'libs/one/test/one.ts', 'libs/one/test-results.json', 'notes.md'])(
    'leaves out %s, which no build reads',
    (file) => {
      const before = fingerprint(root);
      write(file, 'new');
      expect(fingerprint(root)).toEqual(before);
    },
  );
});
