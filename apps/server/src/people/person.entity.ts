import type { PersonStatus } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Department } from './department.entity.js';
import { Site } from './site.entity.js';

/**
 * Someone whose attendance is recorded. An erased person leaves an empty row behind, so that the working time that
 * was paid keeps adding up; nothing in it says who it was.
 */
@Entity('people')
export class Person {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null once erased. */
  @Column('text', { nullable: true, unique: true })
  employeeNo!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Index('people_department')
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @ManyToOne(() => Department)
  @JoinColumn()
  department?: Department;

  @Index('people_site')
  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @ManyToOne(() => Site)
  @JoinColumn()
  site?: Site;

  /** Where no assignment says otherwise. The table is attendance's, a floor above: it is named, not imported. */
  @Index('people_shift')
  @Column('uuid', { nullable: true })
  shiftId!: string | null;

  @ManyToOne('Shift')
  @JoinColumn()
  shift?: object;

  @Column('text', { default: 'active' })
  status!: PersonStatus;

  /** Kept up to date by enrolment, in the transaction that adds or removes a face. */
  @Column('int', { default: 0 })
  faceCount!: number;

  /** Kept up to date in the transaction that sets or removes the PIN. */
  @Column('boolean', { default: false })
  hasPin!: boolean;

  @Column('text', { nullable: true })
  consentVersion!: string | null;

  @Column('timestamptz', { nullable: true })
  consentGivenAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  consentWithdrawnAt!: Date | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  updatedAt!: Date;

  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}
