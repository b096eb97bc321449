import { execFile } from 'node:child_process';
import { chmod, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { freePort } from '../free-port.js';

const run = promisify(execFile);
const SCRIPT = fileURLToPath(new URL('../../../tools/services.sh', import.meta.url));
/** The script's clusters are for throwing away; what is asked here is what a crash leaves, so nothing is left to luck. */
const ENVIRONMENT = {
  ...process.env,
  REDIS_AOF: 'yes',
  PG_OPTS: '-c fsync=on -c synchronous_commit=on -c full_page_writes=on',
};

/** A Postgres with pgvector and a Redis with its append-only file, both durable, that can be hurt. */
export class Services {
  private constructor(
    private readonly folder: string,
    private readonly postgresPort: number,
    private readonly redisPort: number,
  ) {}

  static async start(folder: string): Promise<Services> {
    await chmod(folder, 0o755); // The database server runs as another user.
    const services = new Services(join(folder, 'services'), await freePort(), await freePort());
    try {
      await services.startWhatIsDown();
    } catch (error) {
      await services.stop().catch(() => undefined);
      throw error;
    }
    return services;
  }

  get databaseUrl(): string {
    return `postgres://postgres@127.0.0.1:${this.postgresPort}/postgres`;
  }

  get redisUrl(): string {
    return `redis://127.0.0.1:${this.redisPort}`;
  }

  /** `fast` ends every session; `immediate` is a crash, after which the log is replayed. */
  restartPostgres(mode: 'fast' | 'immediate'): Promise<unknown> {
    return this.script('restart', this.folder, mode);
  }

  /** As when its machine loses power: nothing is saved that was not saved already. */
  async killRedis(): Promise<void> {
    process.kill(Number(await readFile(join(this.folder, 'redis.pid'), 'utf8')), 'SIGKILL');
  }

  startWhatIsDown(): Promise<unknown> {
    return this.script('start', String(this.postgresPort), this.folder, String(this.redisPort));
  }

  stop(): Promise<unknown> {
    return this.script('stop', this.folder, '--wipe');
  }

  private script(...parameters: string[]): Promise<unknown> {
    // What it starts goes on, and would hold the pipes open.
    return run('bash', ['-c', '"$0" "$@" </dev/null >/dev/null', SCRIPT, ...parameters], {
      env: ENVIRONMENT,
    });
  }
}
