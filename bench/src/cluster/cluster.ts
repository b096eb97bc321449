import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoginResponse } from '@rollcall/contracts';
import { RollcallClient } from '@rollcall/tools';
import { Member } from './member.js';
import { Proxy } from './proxy.js';
import { Services } from './services.js';

const ADMIN = { email: 'bench@example.org', password: 'only for this measurement' };

/** What docker/compose.many.yaml describes, as plain processes on free ports of this machine. */
export class Cluster {
  readonly servers: Member[] = [];
  readonly workers: Member[] = [];
  /** A third server with as many networks as the two together; it does not run unless it is started. */
  alone: Member | null = null;
  private token = '';

  private constructor(
    private readonly folder: string,
    readonly services: Services,
    private readonly proxy: { current: Proxy | null },
  ) {}

  /** Whatever happens in `work`, nothing of it is left running. */
  static async with<T>(pack: string, work: (cluster: Cluster) => Promise<T>): Promise<T> {
    const folder = mkdtempSync(join(tmpdir(), 'rollcall-cluster-'));
    const services = await Services.start(folder);
    const cluster = new Cluster(folder, services, { current: null });
    let kept = true;
    const interrupted = () => void cluster.stop().finally(() => process.exit(130));
    process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
    try {
      await cluster.start(pack);
      const result = await work(cluster);
      kept = false;
      return result;
    } finally {
      process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
      await cluster.stop();
      if (kept) process.stderr.write(`The logs of the processes are in ${folder}.\n`);
      else rmSync(folder, { recursive: true, force: true });
    }
  }

  /** Through the proxy, as everybody outside. */
  get url(): string {
    return this.proxy.current!.url;
  }

  /** Signed in everywhere: sessions are in the database. */
  admin(url = this.url): RollcallClient {
    return RollcallClient.withToken(url, this.token);
  }

  get adminHeaders(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }

  spread(servers: readonly Member[]): Promise<void> {
    return this.proxy.current!.spread(servers);
  }

  private async start(pack: string): Promise<void> {
    const settings = settingsFor(pack, this.services);
    const server = { ...settings, RUN_JOBS: 'false' };
    for (const name of ['server-1', 'server-2']) {
      this.servers.push(await Member.server(name, this.folder, server));
    }
    this.alone = await Member.server('server-alone', this.folder, { ...server, INFERENCE_WORKERS: '2' });
    for (const name of ['worker-1', 'worker-2']) {
      this.workers.push(await Member.worker(name, this.folder, settings));
    }
    // One after another: on a small machine four at once only wait for each other.
    for (const member of [...this.servers, ...this.workers]) await member.start();
    this.proxy.current = await Proxy.start(this.folder, this.servers);
    const { token } = await new RollcallClient(this.url, {}).json<LoginResponse>(
      'POST',
      '/auth/login',
      ADMIN,
    );
    this.token = token;
  }

  private async stop(): Promise<void> {
    const processes = [this.proxy.current, ...this.servers, ...this.workers, this.alone];
    const stopped = await Promise.allSettled(processes.map(async (each) => each?.stop()));
    await this.services.stop();
    const fault = stopped.find((each) => each.status === 'rejected');
    if (fault) throw fault.reason;
  }
}

/** One network at a time with one thread in each process: two servers have twice the cores of one, where there are. */
const settingsFor = (pack: string, { databaseUrl, redisUrl }: Services) => ({
  DATABASE_URL: databaseUrl,
  REDIS_URL: redisUrl,
  ROLLCALL_SECRET_KEY: randomBytes(32).toString('base64'),
  BLOBS: 'database',
  MODEL_PACK: pack,
  INFERENCE_WORKERS: '1',
  INFERENCE_THREADS: '1',
  TRUST_PROXY: 'true',
  ROLLCALL_ADMIN_EMAIL: ADMIN.email,
  ROLLCALL_ADMIN_PASSWORD: ADMIN.password,
});
