import type { ImportOutcome } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { Blob } from '../../platform/storage/blob.entity.js';
import { ImportRow } from './import-row.entity.js';

/** One photo of a line, and what became of it. */
@Entity('import_photos')
export class ImportPhoto {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('import_photos_row')
  @Column('uuid')
  rowId!: string;

  @ManyToOne(() => ImportRow, { onDelete: 'CASCADE' })
  @JoinColumn()
  row?: ImportRow;

  /** As the archive or the list calls it. */
  @Column('text')
  name!: string;

  /** The picture, as long as it waits. */
  @Index('import_photos_blob')
  @Column('uuid', { nullable: true })
  blobId!: string | null;

  @ManyToOne(() => Blob, { onDelete: 'SET NULL' })
  @JoinColumn()
  blob?: Blob;

  @Column('text')
  outcome!: ImportOutcome;

  @Column('text', { nullable: true })
  code!: string | null;

  @Column('text', { nullable: true })
  detail!: string | null;

  /** Whose face it shows, where that is somebody else's. */
  @Index('import_photos_like_person')
  @Column('uuid', { nullable: true })
  likePersonId!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn()
  likePerson?: Person;
}
