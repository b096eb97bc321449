import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../free-port.js';
import type { Member } from './member.js';

const CONFIGURATION = fileURLToPath(new URL('../../../docker/proxy.conf', import.meta.url));
const START_TIMEOUT_MS = 5_000;

/** nginx in front of the servers, by the same docker/proxy.conf as in containers. */
export class Proxy {
  private constructor(
    readonly url: string,
    private readonly folder: string,
    private readonly nginx: ChildProcess,
  ) {}

  /** @throws Error that says how to install it, or what nginx says */
  static async start(parent: string, servers: readonly Member[]): Promise<Proxy> {
    const folder = join(parent, 'proxy');
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    writeFileSync(join(folder, 'nginx.conf'), surroundings(folder));
    writeFileSync(join(folder, 'rollcall-listen.conf'), `listen 127.0.0.1:${port};\n`);
    writeServers(folder, servers);
    const nginx = spawn('nginx', ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'error.log'], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const failed = new Promise<never>((_, reject) => nginx.once('error', (error) => reject(missing(error))));
    const proxy = new Proxy(`http://127.0.0.1:${port}`, folder, nginx);
    await Promise.race([proxy.answers(), failed]);
    return proxy;
  }

  /** From now on it passes requests on to these. */
  async spread(servers: readonly Member[]): Promise<void> {
    writeServers(this.folder, servers);
    this.nginx.kill('SIGHUP');
    await sleep(500); // nginx says nowhere when its new workers have taken over.
  }

  async stop(): Promise<void> {
    if (this.nginx.exitCode !== null) return;
    const ended = once(this.nginx, 'exit');
    this.nginx.kill('SIGTERM');
    await ended;
  }

  private async answers(): Promise<void> {
    const deadline = Date.now() + START_TIMEOUT_MS;
    while (Date.now() < deadline && this.nginx.exitCode === null) {
      const answer = await fetch(`${this.url}/api/v1/health/live`).catch(() => null);
      await answer?.body?.cancel();
      if (answer?.ok) return;
      await sleep(50);
    }
    throw new Error(`nginx did not start, or reaches no server; see ${join(this.folder, 'error.log')}.`);
  }
}

/** What nginx.conf has around Rollcall's file; everything that it writes stays in the folder. */
const surroundings = (folder: string) => `
daemon off;
worker_processes 1;
pid nginx.pid;
user ${process.getuid?.() === 0 ? 'root' : 'nobody'};
events { worker_connections 1024; }
http {
  access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${join(folder, kind)};`).join('\n  ')}
  include ${CONFIGURATION};
}
`;

function writeServers(folder: string, servers: readonly Member[]): void {
  const lines = servers.map(({ port }) => `server 127.0.0.1:${port} max_fails=1 fail_timeout=2s;\n`);
  writeFileSync(join(folder, 'rollcall-servers.conf'), lines.join(''));
}

const missing = (error: NodeJS.ErrnoException) =>
  error.code === 'ENOENT' ? new Error('This measurement needs nginx: apt-get install -y nginx-light') : error;
