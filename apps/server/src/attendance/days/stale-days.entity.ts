import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';

/** Days of somebody that have to be reckoned again, because something that they follow from has changed. */
@Entity('attendance_stale')
export class StaleDays {
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id!: string;

  @Index('attendance_stale_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('date')
  firstDate!: string;

  @Column('date')
  lastDate!: string;
}
