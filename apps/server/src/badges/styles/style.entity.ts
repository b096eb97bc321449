import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Blob } from '../../platform/storage/blob.entity.js';

/** A picture that somebody uploaded, to paint portraits in its manner. */
@Entity('styles')
export class Style {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  pictureId!: string;

  @ManyToOne(() => Blob)
  @JoinColumn()
  picture?: Blob;

  @Column('int')
  width!: number;

  @Column('int')
  height!: number;

  @Column('timestamptz')
  createdAt!: Date;
}
