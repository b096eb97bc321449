import { allMigrations } from '@rollcall/migrations';
import pg from 'pg';
import { DataSource, type DataSourceOptions, type EntityManager } from 'typeorm';
import type { Config } from '../config/config.js';
import { StartupError } from '../config/startup-error.js';
import { EMBEDDED_POOL_SIZE, EmbeddedPostgres } from './embedded-postgres.js';
import { PostgresNaming } from './naming.js';

type PostgresOptions = Extract<DataSourceOptions, { type: 'postgres' }>;
const CONNECT_TIMEOUT_MS = 5_000;
const SERVER_POOL_SIZE = 16;
/** Any number, the same in every Rollcall: whoever holds it migrates, the others wait. */
const MIGRATION_LOCK = 7_265_114;

/** Where the data lies: a Postgres by its URL, or the embedded one under the data folder. */
export class Database {
  private constructor(
    readonly kind: 'postgres' | 'embedded',
    private readonly connection: Pick<PostgresOptions, 'url' | 'host' | 'username' | 'database' | 'poolSize'>,
    private readonly embedded: EmbeddedPostgres | null,
  ) {}

  /** @throws StartupError when the Postgres at DATABASE_URL does not answer. */
  static async open(config: Config): Promise<Database> {
    if (!config.databaseUrl) return Database.inFolder(await EmbeddedPostgres.open(config.dataDir));
    await ping(config.databaseUrl);
    return new Database('postgres', { url: config.databaseUrl, poolSize: SERVER_POOL_SIZE }, null);
  }

  static inFolder(embedded: EmbeddedPostgres): Database {
    const connection = {
      host: embedded.socketFolder,
      username: 'postgres',
      database: 'postgres',
      poolSize: EMBEDDED_POOL_SIZE,
    };
    return new Database('embedded', connection, embedded);
  }

  options(): PostgresOptions {
    return {
      type: 'postgres',
      ...this.connection,
      connectTimeoutMS: CONNECT_TIMEOUT_MS,
      applicationName: 'rollcall',
      namingStrategy: new PostgresNaming(),
      installExtensions: false,
      uuidExtension: 'pgcrypto',
      migrations: allMigrations,
      migrationsTransactionMode: 'each',
      logging: false,
    };
  }

  /** A connection beside the pool, not open yet; the embedded database has none to spare. */
  newClient(): pg.Client {
    return new pg.Client({
      connectionString: this.connection.url,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      query_timeout: CONNECT_TIMEOUT_MS,
      keepAlive: true,
      application_name: 'rollcall',
    });
  }

  /** Brings the tables up to date. Several servers may start at once: one migrates, the others wait for it. */
  async migrate(): Promise<void> {
    const source = new DataSource({ ...this.options(), poolSize: 2 });
    await source.initialize();
    const runner = source.createQueryRunner();
    try {
      await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      await source.runMigrations();
      await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    } catch (error) {
      throw new StartupError(`The database could not be brought up to date: ${(error as Error).message}.`);
    } finally {
      await runner.release();
      await source.destroy();
    }
  }

  /** Answers one question before the app and its pool are made. */
  ask<Row>(statement: string): Promise<Row[]> {
    return this.settle((manager) => manager.query<Row[]>(statement));
  }

  /** One transaction before the app and its pool are made. */
  async settle<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const source = await new DataSource({ ...this.options(), migrations: [], poolSize: 1 }).initialize();
    try {
      return await source.transaction(work);
    } finally {
      await source.destroy();
    }
  }

  async close(): Promise<void> {
    await this.embedded?.close();
  }
}

async function ping(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_TIMEOUT_MS });
  try {
    await client.connect();
    await client.query('SELECT 1');
  } catch (error) {
    throw new StartupError(
      `The database at DATABASE_URL (${withoutPassword(url)}) cannot be used: ${reason(error)}. ` +
        'Start it or correct DATABASE_URL; unset it to use the embedded database.',
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** A refused connection to a name with two addresses is an AggregateError with an empty message. */
function reason(error: unknown): string {
  const { message, errors } = error as AggregateError;
  return message || (errors ?? []).map((each: Error) => each.message).join(', ') || 'no answer';
}

function withoutPassword(url: string): string {
  try {
    const { protocol, host, pathname } = new URL(url);
    return `${protocol}//${host}${pathname}`;
  } catch {
    return 'not a valid address';
  }
}
