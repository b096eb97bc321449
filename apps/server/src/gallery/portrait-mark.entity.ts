import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.js';

export const MARK_BITS = 512;

/** By what a portrait that Rollcall painted, or a copy of it, is known again: see PortraitMarks. */
@Entity('portrait_marks')
export class PortraitMark {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('portrait_marks_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  /** The badge may be gone by now; its card may not. */
  @Index('portrait_marks_badge')
  @Column('uuid')
  badgeId!: string;

  /** Zeros and ones. */
  @Column({ type: 'bit', length: MARK_BITS })
  mark!: string;

  /** The same of the photo that was painted, which must not be taken for the portrait. */
  @Column({ type: 'bit', length: MARK_BITS })
  photo!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
