import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { StartupError } from '../src/platform/config/startup-error.js';
import { Config } from '../src/platform/config/config.js';
import { Database } from '../src/platform/database/database.js';

describe('the embedded database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rollcall-embedded-'));
  const config = Config.from({ DATA_DIR: folder });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const connected = async <T>(database: Database, work: (source: DataSource) => Promise<T>): Promise<T> => {
    const source = await new DataSource(database.options()).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  };

  it('starts over where making it was interrupted, and keeps what is written from then on', async () => {
    mkdirSync(join(folder, 'pg.new'), { recursive: true });
    writeFileSync(join(folder, 'pg.new', 'PG_VERSION'), 'half a database');
    const first = await Database.open(config);
    await first.migrate();
    expect(existsSync(join(folder, 'pg.new'))).toBe(false);
    await connected(first, (source) =>
      source.query(`INSERT INTO departments VALUES (gen_random_uuid(), 'Kept', now())`),
    );
    await first.close();

    const again = await Database.open(config);
    await again.migrate();
    const names = await connected(again, (source) => source.query<object[]>('SELECT name FROM departments'));
    expect(names).toEqual([{ name: 'Kept' }]);
    await again.close();
  });

  it('belongs to one process: a second one is refused with what to do', async () => {
    const first = await Database.open(config);
    const second = Database.open(config);
    await expect(second).rejects.toThrow(StartupError);
    await expect(second).rejects.toThrow(`Another Rollcall already runs on ${folder}.`);
    await first.close();
    await (await Database.open(config)).close();
  });

  it('answers each of many at one moment what it asked', async () => {
    const database = await Database.open(config);
    await connected(database, async (source) => {
      const ask = async (i: number) => {
        const sql = i % 2 ? 'SELECT $1::int AS n' : 'SELECT $1::int + $2::int AS n';
        const [row] = await source.query<{ n: number }[]>(sql, i % 2 ? [i] : [i, 0]);
        return row!.n;
      };
      const numbers = Array.from({ length: 60 }, (_, i) => i);
      expect(await Promise.all(numbers.map(ask))).toEqual(numbers);
      const write = (i: number) =>
        source.transaction(async (manager) => {
          const [row] = await manager.query<{ n: number }[]>('SELECT count(*)::int AS n FROM departments');
          await manager.query('INSERT INTO departments VALUES (gen_random_uuid(), $1, now())', [`Made ${i}`]);
          return row!.n;
        });
      const seen = await Promise.all(numbers.slice(0, 10).map(write));
      expect(seen.sort((a, b) => a - b)).toEqual(seen.map((_, i) => seen[0]! + i));
    });
    await database.close();
  });

  it('leaves no socket behind', async () => {
    const sockets = () => readdirSync(tmpdir()).filter((name) => /^rollcall-\w{6}$/.test(name));
    const before = sockets().length;
    const database = await Database.open(config);
    expect(sockets().length).toBeGreaterThan(before);
    const own = (database.options() as { host: string }).host;
    await database.close();
    expect(existsSync(own)).toBe(false);
  });
});

describe('a database that does not answer', () => {
  it('is refused in one line that says what to do and hides the password', async () => {
    const config = Config.from({ DATABASE_URL: 'postgres://rollcall:sesame@127.0.0.1:1/rollcall' });
    const opening = Database.open(config);
    await expect(opening).rejects.toThrow(StartupError);
    const message = await opening.catch((error: Error) => error.message);
    expect(message).toMatch(/DATABASE_URL \(postgres:\/\/127\.0\.0\.1:1\/rollcall\).*ECONNREFUSED/);
    expect(message).not.toMatch(/sesame|\n/);
  });
});
