import type { AttendanceDay } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { Requested } from './request.js';

/** When somebody says to have come or left, against what the kiosks saw; both stay. */
@Entity('corrections')
@Index('corrections_person', ['personId', 'date'])
export class Correction extends Requested {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('date')
  date!: string;

  @Column('timestamptz', { nullable: true })
  inAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  outAt!: Date | null;

  @Column('text')
  reason!: string;

  /** The day as it was when this was asked for. */
  @Column('jsonb', { nullable: true })
  before!: AttendanceDay | null;
}
