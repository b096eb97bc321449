import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a portrait was painted to its end, and at which size each loss of its curve was measured. Of earlier curves the
 * size is not known any more; they get that of the portrait.
 */
export class PortraitEndings1764072000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE badges ADD complete boolean NOT NULL DEFAULT false');
    await runner.query(`
      UPDATE badges SET complete = portrait_id IS NOT NULL AND step >= (settings->>'steps')::int,
        losses = (SELECT coalesce(jsonb_agg(point || (settings->'size') ORDER BY place), '[]')
                  FROM jsonb_array_elements(losses) WITH ORDINALITY AS points (point, place))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      UPDATE badges SET losses = (SELECT coalesce(jsonb_agg(point - 2 ORDER BY place), '[]')
        FROM jsonb_array_elements(losses) WITH ORDINALITY AS points (point, place))`);
    await runner.query('ALTER TABLE badges DROP complete');
  }
}
