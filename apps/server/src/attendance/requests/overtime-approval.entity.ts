import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';

/** Somebody said that the overtime of a day counts, as much as there was of it. */
@Entity('overtime_approvals')
export class OvertimeApproval {
  @PrimaryColumn('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @PrimaryColumn('date')
  date!: string;

  /** What comes on top waits again; null covers the day, as approvals did that were given before. */
  @Column('int', { nullable: true })
  minutes!: number | null;

  @Column('text')
  approvedBy!: string;

  @Column('timestamptz')
  approvedAt!: Date;
}
