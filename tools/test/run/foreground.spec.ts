import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

/** Says when it is up and when it is asked to stop, and stops with code 7. */
const PROGRAM = `
  process.on('SIGINT', () => {
    console.log('asked');
    process.exit(7);
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

  it('is passed the signal, and its exit code is passed on', async () => {
    const { output, code } = await run(PROGRAM, (runner) => runner.kill('SIGINT'));
    expect(output).toContain('asked');
    expect(code).toBe(7);
  });

  it('that ends by the signal it was sent has not failed', async () => {
    const { code } = await run(`setInterval(() => {}, 1000); console.log('up')`, (runner) =>
      runner.kill('SIGTERM'),
    );
    expect(code).toBe(0);
  });

  it('is stopped when the shell that npm put above it dies', async () => {
    const script = `require(process.argv[1]).foreground(process.execPath, ['-e', process.argv[2]])`;
    const program = `process.on('SIGTERM', () => { console.log('told'); process.exit() });
      setInterval(() => {}, 1000); console.log('up')`;
    // The shell waits for a second command, so it cannot replace itself by the first.
    const shell = spawn('sh', ['-c', '"$0" "$@"; true', process.execPath, '-e', script, module, program], {
      env: { ...process.env, npm_lifecycle_event: 'start' },
    });
    let output = '';
    shell.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output === 'up\n') shell.kill('SIGKILL');
    });
    await new Promise((resolve) => shell.stdout.on('close', resolve));
    expect(output).toBe('up\ntold\n');
  });

  it('that dies of something else has', async () => {
    const { code } = await run(`console.log('up'); process.kill(process.pid, 'SIGKILL')`, () => undefined);
    expect(code).toBe(1);
  });
});
