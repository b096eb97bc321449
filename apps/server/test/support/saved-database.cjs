// Making an empty database takes PGlite seconds, beginning from a saved one a fraction: it is made once and kept beside
// the packages, under the version that made it.
const { existsSync, mkdirSync, renameSync, writeFileSync } = require('node:fs');
const path = require('node:path');

module.exports = async () => {
  if (process.env.DATABASE_URL) return;
  const folder = path.join(__dirname, '../../../../node_modules/.cache/rollcall');
  const version = require('../../package.json').dependencies['@electric-sql/pglite'];
  const file = path.join(folder, `pglite-${version}.tar`);
  if (!existsSync(file)) await save(file);
  process.env.SAVED_DATABASE = file;
};

/** Whoever is read meanwhile is whole: the file takes its name when it is complete. */
async function save(file) {
  const { PGlite } = await import('@electric-sql/pglite');
  const { vector } = await import('@electric-sql/pglite-pgvector');
  const db = await PGlite.create({ extensions: { vector } });
  const saved = await db.dumpDataDir('none');
  await db.close();
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, Buffer.from(await saved.arrayBuffer()));
  renameSync(draft, file);
}
