import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, closeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';

const DIST = fileURLToPath(new URL('../../../apps/server/dist/', import.meta.url));
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 20_000;

/** A server or a worker of the cluster, as a process of its own that can be killed and started again on its port. */
export class Member {
  private child: ChildProcess | null = null;

  private constructor(
    readonly name: string,
    private readonly program: 'main.js' | 'worker.js',
    readonly port: number,
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  static server = (name: string, folder: string, settings: Readonly<Record<string, string>>) =>
    Member.of(name, 'main.js', folder, settings);
  static worker = (name: string, folder: string, settings: Readonly<Record<string, string>>) =>
    Member.of(name, 'worker.js', folder, settings);

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get pid(): number {
    if (!this.child?.pid) throw new Error(`${this.name} does not run.`);
    return this.child.pid;
  }

  /** Resolves when everything that it needs answers. */
  async start(): Promise<void> {
    const log = openSync(join(this.folder, 'log'), 'a');
    this.child = spawn(process.execPath, [join(DIST, this.program)], {
      env: {
        ...process.env,
        ...this.settings,
        HOST: '127.0.0.1',
        DATA_DIR: this.folder,
        ...(this.program === 'main.js' ? { PORT: String(this.port) } : { WORKER_PORT: String(this.port) }),
      },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    await this.ready();
  }

  async isReady(): Promise<boolean> {
    const answer = await fetch(`${this.url}/api/v1/health/ready`).catch(() => null);
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }

  /** kill -9: it gets no chance to finish or to say goodbye. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  /** As an upgrade stops it; one that does not stop in time is killed. Does nothing where it does not run. */
  async stop(): Promise<void> {
    const late = sleep(STOP_TIMEOUT_MS, 'late', { ref: false });
    if ((await Promise.race([this.end('SIGTERM'), late])) === 'late') await this.kill();
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (this.child?.exitCode !== null) break;
      if (await this.isReady()) return;
      await sleep(100);
    }
    throw new Error(`${this.name} did not become ready; see ${join(this.folder, 'log')}.`);
  }

  private static async of(
    name: string,
    program: Member['program'],
    parent: string,
    settings: Readonly<Record<string, string>>,
  ): Promise<Member> {
    const folder = join(parent, name);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return new Member(name, program, await freePort(), folder, settings);
  }
}
