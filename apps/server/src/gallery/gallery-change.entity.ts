import { Entity, PrimaryColumn } from 'typeorm';

/** Something about this person's templates, or about their being active, changed with this version. */
@Entity('gallery_changes')
export class GalleryChange {
  @PrimaryColumn('bigint')
  version!: string;

  @PrimaryColumn('uuid')
  personId!: string;
}
