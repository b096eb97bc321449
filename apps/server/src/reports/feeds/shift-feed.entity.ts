import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';

/** A calendar of somebody's shifts that their phone subscribes to. */
@Entity('shift_feeds')
export class ShiftFeed {
  @PrimaryColumn('uuid')
  personId!: string;

  @OneToOne(() => Person)
  @JoinColumn()
  person?: Person;

  /** SHA-256 of the token in its address, hex. */
  @Column('text', { unique: true })
  tokenHash!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
