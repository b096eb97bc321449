import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** One encrypted file in the store: what it is and when it must go. */
@Entity('blobs')
@Index('blobs_delete_after', ['deleteAfter'])
export class Blob {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: string;

  @Column('int')
  bytes!: number;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  deleteAfter!: Date | null;
}
