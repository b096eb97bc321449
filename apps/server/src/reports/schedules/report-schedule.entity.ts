import type {
  PayrollPreset,
  ReportFormat,
  ReportKind,
  ReportLanguage,
  ReportPaper,
} from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Department } from '../../people/department.entity.js';
import { Site } from '../../people/site.entity.js';

/** A report that is mailed every week or month. */
@Entity('report_schedules')
export class ReportSchedule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ReportKind;

  @Column('text')
  format!: ReportFormat;

  @Column('text')
  every!: 'week' | 'month';

  @Column('int', { nullable: true })
  weekday!: number | null;

  @Column('int', { nullable: true })
  dayOfMonth!: number | null;

  @Column('int')
  hour!: number;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @ManyToOne(() => Site, { onDelete: 'CASCADE' })
  @JoinColumn()
  site?: Site;

  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @ManyToOne(() => Department, { onDelete: 'CASCADE' })
  @JoinColumn()
  department?: Department;

  @Column('text', { array: true })
  recipients!: string[];

  @Column('text')
  lang!: ReportLanguage;

  @Column('text')
  paper!: ReportPaper;

  @Column('text', { nullable: true })
  preset!: PayrollPreset | null;

  /** As the audit log names them. */
  @Column('text')
  createdBy!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Index('report_schedules_next_at')
  @Column('timestamptz')
  nextAt!: Date;

  /** For which of its times the last mail was: a job that runs twice sends one. */
  @Column('timestamptz', { nullable: true })
  lastDue!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastSentAt!: Date | null;
}
