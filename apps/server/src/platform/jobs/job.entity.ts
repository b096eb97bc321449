import type { Job as JobMessage, JobKind, JobState } from '@rollcall/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** Why the last attempt came to nothing. */
export interface JobFault {
  readonly code: string;
  readonly detail: string;
}

const UNFINISHED = "state IN ('waiting', 'active')";

/** What it works on, for those who look at a list of jobs. */
export type JobAbout = NonNullable<JobMessage['about']>;

/** One piece of background work. All its times go by the database's clock, which every server shares. */
@Entity('jobs')
@Index('jobs_due', ['runAfter'], { where: UNFINISHED })
@Index('jobs_unfinished', ['kind', 'uniqueKey'], { unique: true, where: UNFINISHED })
export class Job {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: JobKind;

  /** Ids and choices; never names or pictures. */
  @Column('jsonb')
  payload!: Record<string, unknown>;

  @Column('jsonb', { nullable: true })
  about!: JobAbout | null;

  /** Of one kind, only one unfinished job has it. */
  @Column('text', { nullable: true })
  uniqueKey!: string | null;

  @Column('text')
  state!: JobState;

  @Column('float8', { default: 0 })
  progress!: number;

  @Column('int', { nullable: true })
  step!: number | null;

  @Column('int', { nullable: true })
  steps!: number | null;

  @Column('float8', { nullable: true })
  loss!: number | null;

  @Column('text', { nullable: true })
  previewUrl!: string | null;

  @Column('jsonb', { nullable: true })
  result!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  error!: JobFault | null;

  @Column('int', { default: 0 })
  attempts!: number;

  @Column('int')
  maxAttempts!: number;

  @Column('timestamptz')
  runAfter!: Date;

  /** While active: until then nobody else may run it. Whoever runs it keeps moving this ahead. */
  @Column('timestamptz', { nullable: true })
  leaseUntil!: Date | null;

  /** While active: the one attempt that may write to this row. */
  @Column('text', { nullable: true })
  leasedBy!: string | null;

  @Column('boolean', { default: false })
  cancelRequested!: boolean;

  @Column('text')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
