import type { Box, FaceQuality, Landmarks } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Blob } from '../platform/storage/blob.entity.js';

/** An enrolled photo of one person: what was seen on it, and where the picture lies. */
@Entity('faces')
@Index('faces_photo_hash', ['personId', 'photoHash'], { unique: true })
export class Face {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('faces_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('uuid')
  photoId!: string;

  @ManyToOne(() => Blob)
  @JoinColumn()
  photo?: Blob;

  /** By which the same photo is known again; null where it was enrolled before there was one. */
  @Column('text', { nullable: true })
  photoHash!: string | null;

  @Column('int')
  imageWidth!: number;

  @Column('int')
  imageHeight!: number;

  @Column('jsonb')
  box!: Box;

  @Column('jsonb')
  landmarks!: Landmarks;

  @Column('jsonb')
  quality!: FaceQuality;

  @Column('timestamptz')
  createdAt!: Date;
}
