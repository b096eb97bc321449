import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One line of the record of who did what. Rows are only ever added: a trigger refuses everything else. */
@Entity('audit_entries')
export class AuditEntry {
  /** Position in the chain, without gaps. */
  @PrimaryColumn('int')
  id!: number;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  actor!: string;

  @Column('text')
  action!: string;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('jsonb')
  details!: Record<string, unknown>;

  /** SHA-256 over the hash before and this row, hex. */
  @Column('text')
  hash!: string;
}
