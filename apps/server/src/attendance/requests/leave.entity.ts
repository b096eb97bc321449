import type { LeaveKind } from '@rollcall/contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { Requested } from './request.js';

/** Days, halves of days or hours that somebody does not work. */
@Entity('leaves')
@Index('leaves_person', ['personId', 'firstDate'])
@Check('leaves_in_order', 'last_date >= first_date')
export class Leave extends Requested {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('date')
  firstDate!: string;

  @Column('date')
  lastDate!: string;

  @Column('text')
  kind!: LeaveKind;

  /** Minutes after midnight, with hours of leave; the end may lie on the next day. */
  @Column('int', { nullable: true })
  startMinute!: number | null;

  @Column('int', { nullable: true })
  endMinute!: number | null;

  @Column('text')
  type!: string;

  @Column('text', { nullable: true })
  reason!: string | null;
}
