import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.js';

/** Two people who were mistaken for each other, in the order of their ids. */
@Entity('gallery_confusions')
@Check('gallery_confusions_order', 'person_a < person_b')
export class GalleryConfusion {
  @PrimaryColumn('uuid')
  personA!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_a' })
  a?: Person;

  @Index('gallery_confusions_b')
  @PrimaryColumn('uuid')
  personB!: string;

  @ManyToOne(() => Person)
  @JoinColumn({ name: 'person_b' })
  b?: Person;

  /** How much more lead than the margin is asked between the two. */
  @Column('float8')
  extraMargin!: number;

  @Column('int')
  times!: number;

  @Column('timestamptz')
  updatedAt!: Date;
}
