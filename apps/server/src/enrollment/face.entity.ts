import type { Box, FaceQuality, Landmarks } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../people/person.entity.js';
import { Blob } from '../platform/storage/blob.entity.js';

/** An enrolled photo of one person: what was seen on it, and where the picture lies. */
@Entity('faces')
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
