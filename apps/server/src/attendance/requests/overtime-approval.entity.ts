import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';

/** Somebody said that the overtime of a day counts. */
@Entity('overtime_approvals')
export class OvertimeApproval {
  @PrimaryColumn('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @PrimaryColumn('date')
  date!: string;

  @Column('text')
  approvedBy!: string;

  @Column('timestamptz')
  approvedAt!: Date;
}
