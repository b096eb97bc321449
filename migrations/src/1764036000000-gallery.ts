import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The gallery tells what changes in it, which key and model serve, and what was learned from reviews. */
export class Gallery1764036000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // One row. Whoever changes the gallery updates it, so that changes commit in the order of their versions and none
    // becomes visible after a later one: a follower that has seen version 7 has seen everything up to 7.
    await runner.query(`
      CREATE TABLE gallery_state (
        id integer CONSTRAINT gallery_state_pkey PRIMARY KEY DEFAULT 1 CONSTRAINT gallery_state_one CHECK (id = 1),
        version bigint NOT NULL,
        key_id text,
        pack text,
        previous_pack text,
        activated_at timestamptz
      )`);
    await runner.query('INSERT INTO gallery_state (version) VALUES (0)');
    await runner.query(`
      CREATE TABLE gallery_changes (
        version bigint NOT NULL,
        person_id uuid NOT NULL,
        CONSTRAINT gallery_changes_pkey PRIMARY KEY (version, person_id)
      )`);
    await runner.query(`
      CREATE FUNCTION note_template_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE present bigint;
      BEGIN
        IF NOT EXISTS (SELECT FROM changed) THEN RETURN NULL; END IF;
        UPDATE gallery_state SET version = version + 1 RETURNING version INTO present;
        INSERT INTO gallery_changes SELECT DISTINCT present, person_id FROM changed;
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER face_templates_added AFTER INSERT ON face_templates
      REFERENCING NEW TABLE AS changed EXECUTE FUNCTION note_template_change()`);
    await runner.query(`
      CREATE TRIGGER face_templates_removed AFTER DELETE ON face_templates
      REFERENCING OLD TABLE AS changed EXECUTE FUNCTION note_template_change()`);
    await runner.query(`
      CREATE FUNCTION note_status_change() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE present bigint;
      BEGIN
        UPDATE gallery_state SET version = version + 1 RETURNING version INTO present;
        INSERT INTO gallery_changes VALUES (present, NEW.id);
        RETURN NULL;
      END $$`);
    await runner.query(`
      CREATE TRIGGER people_status_changed AFTER UPDATE OF status ON people
      FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION note_status_change()`);

    await runner.query(`
      ALTER TABLE recognition_settings
        ADD fpir double precision,
        ADD index_from integer NOT NULL DEFAULT 50000,
        ADD index_m integer NOT NULL DEFAULT 16,
        ADD index_ef_construction integer NOT NULL DEFAULT 128,
        ADD index_ef_search integer NOT NULL DEFAULT 200`);

    // A face that a reviewer said is not this person.
    await runner.query(`
      CREATE TABLE gallery_negatives (
        id uuid CONSTRAINT gallery_negatives_pkey PRIMARY KEY,
        person_id uuid NOT NULL CONSTRAINT gallery_negatives_person_id_fkey REFERENCES people,
        check_in_id uuid NOT NULL,
        model_id text NOT NULL,
        key_id text NOT NULL,
        embedding vector NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT gallery_negatives_unit_length CHECK (abs(vector_norm(embedding) - 1) < 1e-3)
      )`);
    await runner.query('CREATE INDEX gallery_negatives_person ON gallery_negatives (person_id)');
    // Two people who were mistaken for each other, in the order of their ids, and how much more lead is asked between them.
    await runner.query(`
      CREATE TABLE gallery_confusions (
        person_a uuid NOT NULL CONSTRAINT gallery_confusions_person_a_fkey REFERENCES people,
        person_b uuid NOT NULL CONSTRAINT gallery_confusions_person_b_fkey REFERENCES people,
        extra_margin double precision NOT NULL,
        times integer NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT gallery_confusions_pkey PRIMARY KEY (person_a, person_b),
        CONSTRAINT gallery_confusions_order CHECK (person_a < person_b)
      )`);
    await runner.query('CREATE INDEX gallery_confusions_b ON gallery_confusions (person_b)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE gallery_confusions, gallery_negatives, gallery_changes');
    await runner.query(`
      ALTER TABLE recognition_settings
        DROP fpir, DROP index_from, DROP index_m, DROP index_ef_construction, DROP index_ef_search`);
    await runner.query('DROP TRIGGER people_status_changed ON people');
    await runner.query('DROP TRIGGER face_templates_added ON face_templates');
    await runner.query('DROP TRIGGER face_templates_removed ON face_templates');
    await runner.query('DROP FUNCTION note_template_change, note_status_change');
    await runner.query('DROP TABLE gallery_state');
  }
}
