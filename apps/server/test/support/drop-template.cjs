// Takes away what migrated-database.cjs made on a server.
module.exports = async () => {
  const { DATABASE_URL: url, TEMPLATE_DATABASE: name } = process.env;
  if (!name) return;
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await client.end();
};
