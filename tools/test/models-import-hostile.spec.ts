import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ZipFile } from 'yazl';
import { described, detector, Importing } from './importing.js';
import { zipped } from './small-packs.js';

let importing: Importing;
beforeEach(() => {
  importing = new Importing();
});
afterEach(() => importing.end());

describe('models import, of what is no honest pack', () => {
  it('refuses a zip whose paths climb out of it', async () => {
    // No writer of zips puts such a path in: it is put in afterwards, at the same length.
    const honest = await zipped({ ...described(), 'aa/evil.onnx': detector });
    const evil = Buffer.from(honest.toString('latin1').replaceAll('aa/evil.onnx', '../evil.onnx'), 'latin1');
    await expect(importing.take(importing.archive('evil.zip', evil))).rejects.toThrow(
      /cannot be read as a zip \(.*relative path/,
    );
    expect(existsSync(join(importing.root, 'evil.onnx'))).toBe(false);
    expect(importing.there).toEqual([]);
  });

  it('refuses sizes that no pack has before it unpacks anything', async () => {
    const source = importing.folder('source', described());
    truncateSync(join(source, 'r.onnx'), 3 * 2 ** 30);
    await expect(importing.take(source)).rejects.toThrow(/r\.onnx of more than 2 GB/);
    const many = Object.fromEntries(Array.from({ length: 1100 }, (_, i) => [`${i}.txt`, Buffer.from('-')]));
    await expect(importing.take(importing.archive('many.zip', await zipped(many)))).rejects.toThrow(
      /more than 1000 files/,
    );
  });

  it('refuses a zip whose entries are larger than they say', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.alloc(100_000), 'd.onnx', { compress: true });
    zip.end();
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); // the entry in the central directory
    bytes.writeUInt32LE(100, at + 24);
    await expect(importing.take(importing.archive('bomb.zip', bytes))).rejects.toThrow(
      /too many bytes.*Nothing was placed/,
    );
    expect(importing.there).toEqual([]);
  });

  it.each([
    ['is not there', () => join(importing.root, 'none.zip'), /There is no folder or zip/],
    ['is no zip', () => importing.archive('text.zip', Buffer.from('hello')), /cannot be read as a zip/],
  ])('says so where it %s', async (_, source, message) => {
    await expect(importing.take(source())).rejects.toThrow(message);
  });
});

describe('a command that is killed', () => {
  const dead = () => spawnSync(process.execPath, ['-e', '0']).pid;

  it('leaves nothing that a server would see, and the next one tidies', async () => {
    const source = importing.folder('source', described());
    const large = join(source, 'large.onnx');
    writeFileSync(large, '');
    truncateSync(large, 1_500_000_000); // A hole: it takes no room and a while to copy.
    const text = readFileSync(join(source, 'pack.json'), 'utf8');
    const liveness = [
      { kind: 'minifasnet', file: 'large.onnx', sha256: '0'.repeat(64), cropScale: 4, inputSize: 80 },
    ];
    writeFileSync(join(source, 'pack.json'), JSON.stringify({ ...JSON.parse(text), liveness }));
    const main = join(import.meta.dirname, '../dist/main.js');
    const env = {
      ...process.env,
      MODELS_DIR: importing.modelsDir,
      DATA_DIR: importing.root,
      INIT_CWD: importing.root,
    };
    const command = spawn(process.execPath, [main, 'models', 'import', source], { env, stdio: 'ignore' });
    const half = () =>
      importing.there.some((name) => existsSync(join(importing.modelsDir, name, 'large.onnx')));
    for (let waited = 0; !half() && waited < 20_000; waited += 5) await setTimeout(5);
    command.kill('SIGKILL');
    await once(command, 'exit');
    expect(importing.there).toEqual([expect.stringMatching(/^\.placing-.*\.part$/)]);
    await importing.take(importing.folder('whole', described()));
    expect(importing.there).toEqual(['own']);
  });

  it('while it replaced a pack gives the one before back', async () => {
    await importing.take(importing.folder('source', described()));
    const aside = join(importing.modelsDir, `.replaced-other.${dead()}-0123abcd.part`);
    mkdirSync(aside);
    await importing.take(importing.folder('source', described()), { again: true });
    expect(importing.there).toEqual(['other', 'own']);
  });
});
