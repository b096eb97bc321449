// Making a database and its tables takes seconds, beginning from one that has them a fraction: it is made once. The
// embedded one is kept beside the packages, under what made it; on a server it is a template for as long as the run.
const { createHash, randomBytes } = require('node:crypto');
const { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

const MIGRATIONS = path.join(__dirname, '../../../../migrations/dist');

module.exports = async () => {
  if (process.env.DATABASE_URL) await makeTemplate(process.env.DATABASE_URL);
  else process.env.SAVED_DATABASE = await saved();
};

async function makeTemplate(url) {
  const name = `rollcall_template_${randomBytes(6).toString('hex')}`;
  await onServer(url, (run) => run(`CREATE DATABASE ${name}`));
  const own = new URL(url);
  own.pathname = `/${name}`;
  await onServer(own.href, migrate);
  process.env.TEMPLATE_DATABASE = name;
}

async function onServer(url, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await work((statement, parameters) => client.query(statement, parameters).then(({ rows }) => rows));
  await client.end();
}

async function saved() {
  const folder = path.join(__dirname, '../../../../node_modules/.cache/rollcall');
  const file = path.join(folder, `pglite-${fingerprint()}.tar`);
  if (!existsSync(file)) await save(file);
  return file;
}

/** Whoever is read meanwhile is whole: the file takes its name when it is complete. */
async function save(file) {
  const { PGlite } = await import('@electric-sql/pglite');
  const { vector } = await import('@electric-sql/pglite-pgvector');
  const db = await PGlite.create({ extensions: { vector } });
  await migrate(async (statement, parameters) =>
    parameters ? (await db.query(statement, parameters)).rows : void (await db.exec(statement)),
  );
  const bytes = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, Buffer.from(await bytes.arrayBuffer()));
  renameSync(draft, file);
}

/** As TypeORM does it, which finds nothing left to do afterwards. */
async function migrate(run) {
  const { allMigrations } = await import(path.join(MIGRATIONS, 'index.js'));
  await run(
    'CREATE TABLE migrations (id serial PRIMARY KEY, timestamp bigint NOT NULL, name varchar NOT NULL)',
  );
  for (const Migration of allMigrations) {
    await new Migration().up({ query: run });
    const timestamp = /\d{13}$/.exec(Migration.name)[0];
    await run('INSERT INTO migrations (timestamp, name) VALUES ($1, $2)', [timestamp, Migration.name]);
  }
}

function fingerprint() {
  const hash = createHash('sha256').update(
    require('../../package.json').dependencies['@electric-sql/pglite'],
  );
  for (const name of readdirSync(MIGRATIONS)
    .filter((each) => each.endsWith('.js'))
    .sort())
    hash.update(readFileSync(path.join(MIGRATIONS, name)));
  return hash.digest('hex').slice(0, 16);
}
