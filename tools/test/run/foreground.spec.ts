import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** Says that it is up, and how often it was asked to stop; stops a moment after the first time, with code 7. */
const PROGRAM = `
  let asked = 0;
  process.on('SIGINT', () => {
    console.log('asked ' + ++asked);
    setTimeout(() => process.exit(7), 200);
  });
  setInterval(() => {}, 1000);
  console.log('up');
`;

describe('a program in the foreground', () => {
  const module = path.resolve(__dirname, '../../run/foreground.cjs');

  async function run(program: string, onUp: (runner: ChildProcess) => void) {
    const script = `require(process.argv[1]).foreground(process.execPath, ['-e', process.argv[2]]).then(process.exit)`;
    const runner = spawn(process.execPath, ['-e', script, module, program]);
    let output = '';
    runner.stdout.on('data', (chunk: Buffer) => {
      if (!output.includes('up') && chunk.includes('up')) onUp(runner);
      output += chunk.toString();
    });
    const code = await new Promise<number | null>((resolve) => runner.on('close', resolve));
    return { output, code };
  }

  it('hears one Ctrl-C once, however often it arrives, and its exit code is passed on', async () => {
    const { output, code } = await run(PROGRAM, (runner) => {
      runner.kill('SIGINT');
      setTimeout(() => runner.kill('SIGINT'), 50);
    });
    expect(output).toContain('asked 1');
    expect(output).not.toContain('asked 2');
    expect(code).toBe(7);
  });

  it('that ends by the signal it was sent has not failed', async () => {
    const { code } = await run(`setInterval(() => {}, 1000); console.log('up')`, (runner) =>
      runner.kill('SIGTERM'),
    );
    expect(code).toBe(0);
  });

  it('that dies of something else has', async () => {
    const { code } = await run(`console.log('up'); process.kill(process.pid, 'SIGKILL')`, () => undefined);
    expect(code).toBe(1);
  });
});
