import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A month that has been paid by, or is about to be: its days do not change any more. */
@Entity('attendance_locks')
export class AttendanceLock {
  /** YYYY-MM. */
  @PrimaryColumn('text')
  month!: string;

  @Column('text')
  lockedBy!: string;

  @Column('timestamptz')
  lockedAt!: Date;
}
