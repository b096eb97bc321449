import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { Config } from '../../src/platform/config/config.js';
import { Database } from '../../src/platform/database/database.js';
import { EmbeddedPostgres } from '../../src/platform/database/embedded-postgres.js';

export interface TestDatabase {
  readonly database: Database;
  readonly drop: () => Promise<void>;
}

/** A database of this file's own: on the Postgres that DATABASE_URL names, or an embedded one in memory. */
export async function aDatabase(): Promise<TestDatabase> {
  const url = process.env['DATABASE_URL'];
  const { database, drop } = url ? await onServer(url) : await inMemory();
  await database.migrate();
  return { database, drop };
}

async function inMemory() {
  const database = Database.inFolder(await EmbeddedPostgres.inMemory(process.env['SAVED_DATABASE']!));
  return { database, drop: () => database.close() };
}

async function onServer(url: string) {
  const name = `rollcall_test_${randomBytes(6).toString('hex')}`;
  await execute(url, `CREATE DATABASE ${name} TEMPLATE ${process.env['TEMPLATE_DATABASE']!}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const database = await Database.open(Config.from({ DATABASE_URL: own.href }));
  return { database, drop: () => execute(url, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function execute(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
