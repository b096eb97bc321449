import { allMigrations } from '@rollcall/migrations';
import { DataSource } from 'typeorm';
import { Rollcall } from './support/rollcall.js';

describe('the migrations', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  it('make the tables that the entities describe: nothing is left to generate', async () => {
    const { upQueries } = await rollcall.app.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('can be undone and done again', async () => {
    const { options } = rollcall.app.get(DataSource);
    const source = new DataSource({ ...options, entities: [], migrations: allMigrations });
    await rollcall.app.get(DataSource).destroy(); // The embedded database has one connection.
    await source.initialize();
    for (const _ of allMigrations) await source.undoLastMigration();
    expect(await source.query("SELECT count(*)::int AS n FROM pg_tables WHERE tablename = 'people'")).toEqual(
      [{ n: 0 }],
    );
    await source.runMigrations();
    expect(await source.query('SELECT count(*)::int AS n FROM people')).toEqual([{ n: 0 }]);
    await source.destroy();
  });
});
