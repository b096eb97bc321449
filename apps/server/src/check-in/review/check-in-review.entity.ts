import type { ReviewVerdict } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { CheckIn } from '../check-in.entity.js';

/** What somebody said of a decision. Only ever added: the last one of a check-in holds. */
@Entity('check_in_reviews')
export class CheckInReview {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('check_in_reviews_check_in')
  @Column('uuid')
  checkInId!: string;

  @ManyToOne(() => CheckIn)
  @JoinColumn()
  checkIn?: CheckIn;

  @Column('text')
  verdict!: ReviewVerdict;

  /** Who it was, by the reviewer. */
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('text')
  note!: string;

  @Column('text')
  actor!: string;

  /** Two people are told apart more strictly since. */
  @Column('boolean')
  strictMargin!: boolean;

  /** The face is kept as one that is not the person. */
  @Column('boolean')
  negative!: boolean;

  @Column('timestamptz')
  createdAt!: Date;
}
