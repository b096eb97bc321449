import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Templates of one model have as many entries as each other: pgvector compares no others, so that one that slipped in
 * would make every search fail. A CHECK cannot look at other rows; one row found by an index is enough to compare with.
 */
export class TemplateDimension1764064800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION refuse_other_dimension() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE wanted integer;
      BEGIN
        SELECT vector_dims(embedding) INTO wanted FROM face_templates
        WHERE model_id = NEW.model_id AND id <> NEW.id LIMIT 1;
        IF wanted <> vector_dims(NEW.embedding) THEN
          RAISE EXCEPTION 'templates of % have % entries, not %', NEW.model_id, wanted, vector_dims(NEW.embedding)
            USING ERRCODE = 'check_violation', CONSTRAINT = 'face_templates_dimension';
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER face_templates_dimension BEFORE INSERT OR UPDATE OF embedding, model_id ON face_templates
      FOR EACH ROW EXECUTE FUNCTION refuse_other_dimension()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER face_templates_dimension ON face_templates');
    await runner.query('DROP FUNCTION refuse_other_dimension');
  }
}
