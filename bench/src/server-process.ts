import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { RollcallClient } from '@rollcall/tools';
import type { LoginResponse } from '@rollcall/contracts';
import { freePort } from './free-port.js';

const MAIN = fileURLToPath(new URL('../../apps/server/dist/main.js', import.meta.url));
const ADMIN = { email: 'bench@example.org', password: 'only for this measurement' };
const START_TIMEOUT_MS = 120_000;

/** The real server as a process of its own, on an empty data folder that goes away with it. */
export class ServerProcess {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly dataDir: string,
  ) {}

  static async start(pack: string): Promise<ServerProcess> {
    const dataDir = mkdtempSync(join(tmpdir(), 'rollcall-bench-'));
    const port = await freePort();
    const child = spawn(process.execPath, [MAIN], {
      env: {
        ...process.env,
        PORT: String(port),
        HOST: '127.0.0.1',
        DATA_DIR: dataDir,
        MODEL_PACK: pack,
        ROLLCALL_ADMIN_EMAIL: ADMIN.email,
        ROLLCALL_ADMIN_PASSWORD: ADMIN.password,
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const server = new ServerProcess(`http://127.0.0.1:${port}`, child, dataDir);
    await server.ready();
    return server;
  }

  async admin(): Promise<RollcallClient> {
    const anyone = new RollcallClient(this.url, {});
    const { token } = await anyone.json<LoginResponse>('POST', '/auth/login', ADMIN);
    return RollcallClient.withToken(this.url, token);
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async ready(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (this.child.exitCode !== null) throw new Error('The server did not start; its reason stands above.');
      const answer = await fetch(`${this.url}/api/v1/health/ready`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`The server was not ready within ${START_TIMEOUT_MS / 1000} s.`);
  }
}
