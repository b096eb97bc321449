import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A list of people that somebody sent. It is kept for a while, so that its report can be read. */
@Entity('imports')
@Index('imports_delete_after', ['deleteAfter'])
export class PeopleImport {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { unique: true })
  jobId!: string;

  /** Some files of the archive that belong to nobody on the list. */
  @Column('jsonb')
  unusedFiles!: string[];

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  deleteAfter!: Date;
}
