import type { DayFlag, DayStatus } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';

/** A punch as a day keeps it: check-in (or what a correction made), instant, direction, why it plays no part. */
export type KeptPunch = readonly [id: string, at: number, direction: 'in' | 'out', ignored: string | null];

/**
 * A person's day. Derived: what is here can be made again from punches and rules at any time. Department and site are
 * those of the day.
 */
@Entity('attendance_days')
@Index('attendance_days_date', ['date', 'personId'])
@Index('attendance_days_unsettled', ['date'], { where: 'NOT settled' })
export class AttendanceDay {
  @PrimaryColumn('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @PrimaryColumn('date')
  date!: string;

  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @Column('text')
  timeZone!: string;

  @Column('uuid', { nullable: true })
  shiftId!: string | null;

  @Column('text')
  status!: DayStatus;

  @Column('timestamptz', { nullable: true })
  firstIn!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastOut!: Date | null;

  @Column('int')
  dueMinutes!: number;

  @Column('int')
  workedMinutes!: number;

  @Column('int')
  lateMinutes!: number;

  @Column('int')
  earlyMinutes!: number;

  @Column('int')
  overtimeMinutes!: number;

  /** Overtime that counts once somebody approves it. */
  @Column('int', { default: 0 })
  overtimeWaitingMinutes!: number;

  @Column('int')
  breakMinutes!: number;

  @Column('int')
  leaveMinutes!: number;

  /** 0, 0.5 or 1. */
  @Column('real', { default: 0 })
  leaveDays!: number;

  @Column('jsonb')
  punches!: KeptPunch[];

  @Column('text', { array: true })
  flags!: DayFlag[];

  /** False while time alone may change it. */
  @Column('boolean')
  settled!: boolean;

  @Column('timestamptz')
  reckonedAt!: Date;
}
