import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Person } from './person.entity.js';

/** A person's PIN, as argon2id, and the wrong tries since the last right one. */
@Entity('pins')
export class Pin {
  @PrimaryColumn('uuid')
  personId!: string;

  @OneToOne(() => Person, { onDelete: 'CASCADE' })
  @JoinColumn()
  person?: Person;

  @Column('text')
  hash!: string;

  @Column('int', { default: 0 })
  failures!: number;

  /** Set by the try that reached the limit; it means nothing once it has passed. */
  @Column('timestamptz', { nullable: true })
  lockedUntil!: Date | null;

  @Column('timestamptz')
  setAt!: Date;
}
