import type { Rotation } from '@rollcall/contracts';
import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Department } from '../../people/department.entity.js';
import { Person } from '../../people/person.entity.js';
import { Shift } from '../shifts/shift.entity.js';

/** Who works which shift, on which weekdays, from when to when. */
@Entity('shift_assignments')
@Check('shift_assignments_one_of', '(person_id IS NULL) <> (department_id IS NULL)')
@Check('shift_assignments_in_order', 'valid_to >= valid_from')
export class ShiftAssignment {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('shift_assignments_person')
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Index('shift_assignments_department')
  @Column('uuid', { nullable: true })
  departmentId!: string | null;

  @ManyToOne(() => Department)
  @JoinColumn()
  department?: Department;

  @Index('shift_assignments_shift')
  @Column('uuid')
  shiftId!: string;

  @ManyToOne(() => Shift)
  @JoinColumn()
  shift?: Shift;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('int', { array: true })
  weekdays!: number[];

  @Column('jsonb', { nullable: true })
  rotation!: Rotation | null;

  @Column('timestamptz')
  createdAt!: Date;
}
