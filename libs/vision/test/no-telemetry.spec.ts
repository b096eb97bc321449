import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAMS = {
  'on the main thread': `
    const engine = await FaceEngine.open(await shippedPack());
    await engine.close();`,
  'in worker threads': `
    const pool = await FaceEnginePool.open(await shippedPack(), { workers: 1 });
    await pool.close();`,
};

/** A process of its own, as Node runs the built library, whose environment says nothing about telemetry. */
function runAtHome(home: string, program: string): void {
  const script = `import('@rollcall/vision').then(async ({ FaceEngine, FaceEnginePool, shippedPack }) => {
    ${program}
    await new Promise((resolve) => setTimeout(resolve, 500));
  });`;
  execFileSync(process.execPath, ['--eval', script], {
    cwd: join(__dirname, '..'),
    env: { PATH: process.env['PATH'], HOME: home, XDG_CACHE_HOME: join(home, '.cache') },
  });
}

describe('the runtime', () => {
  let home: string;

  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'rollcall-home-'))));
  afterEach(() => rmSync(home, { recursive: true }));

  // Where it reports, onnxruntime first writes a device id and a queue of events under ~/.cache/Microsoft.
  it.each(Object.entries(PROGRAMS))('keeps no device id and no events for its maker, %s', (_, program) => {
    runAtHome(home, program);
    expect(readdirSync(home)).toEqual([]);
  });
});
