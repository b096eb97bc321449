import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Config } from '../src/platform/config/config.js';
import { StartupError } from '../src/platform/config/startup-error.js';

const refusal = (env: Record<string, string>) => {
  try {
    Config.from(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartupError);
    return (error as Error).message;
  }
  throw new Error(`These settings were accepted: ${JSON.stringify(env)}`);
};

describe('the settings', () => {
  it('need nothing set', () => {
    const config = Config.from({});
    expect(config).toMatchObject({
      port: 3000,
      dataDir: resolve('data'),
      databaseUrl: undefined,
      redisUrl: undefined,
      jobs: { run: true, concurrency: 2 },
      workerPort: undefined,
      modelPack: undefined,
      admin: { email: undefined, password: undefined },
      frameRetentionDays: 30,
      trustProxy: false,
      logLevel: 'warn',
    });
    expect(config.timeZone).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });

  it('that are set to nothing count as unset, as an empty line of a compose file means it', () => {
    const empty = Config.settings.map((name) => [name, '']);
    expect(Config.from(Object.fromEntries(empty))).toEqual(Config.from({}));
  });

  it('are read', () => {
    const config = Config.from({
      PORT: '8080',
      DATA_DIR: '/srv/rollcall',
      DATABASE_URL: 'postgresql://db/rollcall',
      REDIS_URL: 'rediss://redis:6380/2',
      RUN_JOBS: 'false',
      JOB_CONCURRENCY: '4',
      WORKER_PORT: '3001',
      ROLLCALL_ADMIN_EMAIL: 'me@example.org',
      TIME_ZONE: 'Asia/Shanghai',
      TRUST_PROXY: 'true',
      FRAME_RETENTION_DAYS: '0',
      INFERENCE_WORKERS: '2',
    });
    expect(config).toMatchObject({
      port: 8080,
      dataDir: '/srv/rollcall',
      databaseUrl: 'postgresql://db/rollcall',
      timeZone: 'Asia/Shanghai',
      trustProxy: true,
      frameRetentionDays: 0,
      admin: { email: 'me@example.org' },
      inference: { workers: 2 },
    });
  });

  it.each([
    ['PORT', '70000'],
    ['PORT', 'http'],
    ['DATABASE_URL', 'mysql://db'],
    ['REDIS_URL', 'http://redis'],
    ['RUN_JOBS', 'sometimes'],
    ['RUN_JOBS', 'false'], // Without DATABASE_URL nobody else could run them.
    ['JOB_CONCURRENCY', '0'],
    ['WORKER_PORT', 'x'],
    ['ROLLCALL_ADMIN_EMAIL', 'me'],
    ['ROLLCALL_SECRET_KEY', 'too short'],
    ['TIME_ZONE', 'Mars/Olympus'],
    ['TRUST_PROXY', 'perhaps'],
    ['FRAME_RETENTION_DAYS', '-1'],
    ['INFERENCE_WORKERS', '0'],
    ['LOG_LEVEL', 'loud'],
  ])('refuse %s=%s by name, in one line', (name, value) => {
    const message = refusal({ [name]: value });
    expect(message).toContain(name);
    expect(message).not.toContain('\n');
  });

  it.each([
    ['PORT', 'abc', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '70000', 'PORT must be a whole number from 0 to 65535'],
    ['JOB_CONCURRENCY', '1.5', 'JOB_CONCURRENCY must be a whole number from 1 to 64'],
    ['TRUST_PROXY', 'perhaps', 'TRUST_PROXY must be true or false'],
    ['BLOBS', 'disk', 'BLOBS must be one of files, database'],
    ['ROLLCALL_ADMIN_EMAIL', 'me', 'ROLLCALL_ADMIN_EMAIL must be an e-mail address'],
  ])('say of %s=%s in words what it must be', (name, value, words) => {
    expect(refusal({ [name]: value })).toBe(`The settings cannot be used: ${words}.`);
  });

  it('list everything that is wrong at once', () => {
    const message = refusal({ PORT: '-1', TIME_ZONE: 'Nowhere', LOG_LEVEL: 'loud' });
    for (const name of ['PORT', 'TIME_ZONE', 'LOG_LEVEL']) expect(message).toContain(name);
  });

  it('are those of the table in the README, and no others', () => {
    const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
    const [, table = ''] = /\| Variable .*\n\| -.*\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const firstColumn = table.split('\n').map((row) => row.split('|')[1] ?? '');
    const named = firstColumn.flatMap((cell) => cell.match(/[A-Z_]+/g) ?? []);
    expect(named.sort()).toEqual([...Config.settings].sort());
  });

  it('never repeat a secret', () => {
    expect(refusal({ ROLLCALL_SECRET_KEY: 'c2VjcmV0' })).not.toContain('c2VjcmV0');
  });
});
