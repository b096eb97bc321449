import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Department } from './department.entity.js';
import { Person } from './person.entity.js';
import { Site } from './site.entity.js';

/** Where somebody belonged from a day on, so that a move leaves the days before it alone. */
@Entity('person_postings')
export class PersonPosting {
  @PrimaryColumn('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @PrimaryColumn('date')
  validFrom!: string;

  @Index('person_postings_department')
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @ManyToOne(() => Department, { onDelete: 'SET NULL' })
  @JoinColumn()
  department?: Department;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @ManyToOne(() => Site, { onDelete: 'SET NULL' })
  @JoinColumn()
  site?: Site;

  /** The table is attendance's, a floor above: it is named, not imported. */
  @Index('person_postings_shift')
  @Column('uuid', { nullable: true })
  shiftId!: string | null;

  @ManyToOne('Shift')
  @JoinColumn()
  shift?: object;

  @Column('boolean')
  active!: boolean;
}
