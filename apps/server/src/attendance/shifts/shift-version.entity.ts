import type { ShiftFields } from '@rollcall/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Shift } from './shift.entity.js';

/** What a shift says from a day on: a shift that changes keeps its past. */
@Entity('shift_versions')
export class ShiftVersion {
  @PrimaryColumn('uuid')
  shiftId!: string;

  @ManyToOne(() => Shift, { onDelete: 'CASCADE' })
  @JoinColumn()
  shift?: Shift;

  @PrimaryColumn('date')
  validFrom!: string;

  @Column('jsonb')
  rules!: ShiftFields;
}
