import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A database of the measurement's own on a real Postgres; it goes away with it. */
export class BenchDatabase {
  private constructor(
    readonly url: string,
    private readonly server: string,
    private readonly name: string,
  ) {}

  /** @param server an address whose user may create databases and is a superuser: the bulk load skips the triggers */
  static async create(server: string): Promise<BenchDatabase> {
    const name = `rollcall_bench_${randomBytes(6).toString('hex')}`;
    await connected(server, (client) => client.query(`CREATE DATABASE ${name}`));
    const own = new URL(server);
    own.pathname = `/${name}`;
    return new BenchDatabase(own.href, server, name);
  }

  /** Asks on a connection of its own, which ends with the work. */
  with<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    return connected(this.url, work);
  }

  query<Row extends pg.QueryResultRow>(statement: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.with(async (client) => (await client.query<Row>(statement, parameters)).rows);
  }

  /** A setting for every connection that is opened from now on. */
  async set(setting: string, value: string): Promise<void> {
    await this.query(`ALTER DATABASE ${this.name} SET ${setting} = ${value}`);
  }

  async drop(): Promise<void> {
    await connected(this.server, (client) => client.query(`DROP DATABASE ${this.name} WITH (FORCE)`));
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
