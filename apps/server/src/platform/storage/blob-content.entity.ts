import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn } from 'typeorm';
import { Blob } from './blob.entity.js';

/** A blob's sealed bytes, where blobs rest in the database. */
@Entity('blob_contents')
export class BlobContent {
  @PrimaryColumn('uuid')
  blobId!: string;

  @OneToOne(() => Blob, { onDelete: 'CASCADE' })
  @JoinColumn()
  blob?: Blob;

  @Column('bytea')
  sealed!: Buffer;
}
