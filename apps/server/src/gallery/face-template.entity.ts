import { Check, Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Person } from '../people/person.entity.js';
import type { Face } from '../enrollment/face.entity.js';

/** One face as one model sees it. Several models may keep templates of the same face side by side. */
@Entity('face_templates')
@Check('face_templates_unit_length', 'abs(vector_norm(embedding) - 1) < 1e-3')
@Unique(['faceId', 'modelId', 'keyId'])
@Index('face_templates_gallery', ['modelId', 'keyId', 'personId'])
export class FaceTemplate {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  faceId!: string;

  @ManyToOne('Face', { onDelete: 'CASCADE' })
  @JoinColumn()
  face?: Face;

  @Index('face_templates_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('text')
  modelId!: string;

  /** Which rotation key it was stored under. */
  @Column('text')
  keyId!: string;

  /** Rotated unit vector with as many entries as the model has. */
  @Column('vector')
  embedding!: number[];

  @Column('timestamptz')
  createdAt!: Date;
}
