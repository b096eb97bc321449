import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.js';

/** A face that a reviewer said is not this person, as one model sees it. */
@Entity('gallery_negatives')
@Check('gallery_negatives_unit_length', 'abs(vector_norm(embedding) - 1) < 1e-3')
export class GalleryNegative {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('gallery_negatives_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('uuid')
  checkInId!: string;

  @Column('text')
  modelId!: string;

  @Column('text')
  keyId!: string;

  /** Rotated unit vector, like a template's. */
  @Column('vector')
  embedding!: number[];

  @Column('timestamptz')
  createdAt!: Date;
}
