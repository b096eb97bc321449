import type { ConsentGiven, ImportOutcome } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { PeopleImport } from './import.entity.js';

/** What a line says of its person beside number and name. */
export interface RowFields {
  readonly email?: string;
  readonly department?: string;
  readonly site?: string;
  readonly consent?: ConsentGiven;
}

/** One line of a list, and what became of it. */
@Entity('import_rows')
@Unique(['importId', 'line'])
export class ImportRow {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  importId!: string;

  @ManyToOne(() => PeopleImport, { onDelete: 'CASCADE' })
  @JoinColumn()
  import?: PeopleImport;

  /** The header is line 1. */
  @Column('int')
  line!: number;

  @Index('import_rows_employee_no')
  @Column('text', { nullable: true })
  employeeNo!: string | null;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('jsonb')
  fields!: RowFields;

  @Index('import_rows_person')
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  /** True where the person came with this import. */
  @Column('boolean', { default: false })
  created!: boolean;

  @Column('text')
  outcome!: ImportOutcome;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;
}
