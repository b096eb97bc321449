import type { PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import type { Database } from './database.js';

/** A statement under a name of its own, for those that are asked with every check-in. */
export interface PlannedStatement {
  readonly name: string;
  readonly text: string;
}

/**
 * Asks by a statement that each connection reads and plans once: planning the search's own takes four times as long as
 * answering it. The embedded database plans every time: its one backend keeps a name for longer than a connection lives.
 */
export async function askPlanned<Row>(
  database: Database,
  manager: EntityManager,
  { name, text }: PlannedStatement,
  values: unknown[],
): Promise<Row[]> {
  if (database.kind === 'embedded') return manager.query<Row[]>(text, values);
  const runner = manager.queryRunner ?? manager.connection.createQueryRunner();
  try {
    const client = (await runner.connect()) as PoolClient;
    const { rows } = await client.query<Row & object>({ name, text, values });
    return rows;
  } finally {
    if (runner !== manager.queryRunner) await runner.release();
  }
}
