import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks of portraits say what the painted photo looks like. Those that were there are of another kind and say nothing now. */
export class PortraitPhotos1764077400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM portrait_marks');
    await runner.query('ALTER TABLE portrait_marks DROP reach, ADD photo bit(512) NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DELETE FROM portrait_marks');
    await runner.query('ALTER TABLE portrait_marks DROP photo, ADD reach integer NOT NULL');
  }
}
