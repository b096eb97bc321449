import type { ReportFormat } from '@rollcall/contracts';
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A report that a job has made, until its deletion date. */
@Entity('report_files')
export class ReportFile {
  @PrimaryColumn('uuid')
  id!: string;

  /** The job that made it; jobs go after a while, and have no say in how long a file stays. */
  @Column('uuid', { unique: true })
  jobId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  format!: ReportFormat;

  @Column('bigint')
  bytes!: string;

  /** Sealed blobs, in their order. */
  @Column('uuid', { array: true })
  parts!: string[];

  @Column('timestamptz')
  createdAt!: Date;

  @Index('report_files_delete_after')
  @Column('timestamptz')
  deleteAfter!: Date;
}
