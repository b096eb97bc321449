import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says what the gallery has come to and what serves: see GalleryState. */
@Entity('gallery_state')
@Check('gallery_state_one', 'id = 1')
export class GalleryStateRow {
  @PrimaryColumn('int', { default: 1 })
  id!: number;

  /** Grows with every change of a template or of who is active; triggers keep it, in the order of commits. */
  @Column('bigint')
  version!: string;

  /** The key whose templates serve; null until the first start. */
  @Column('text', { nullable: true })
  keyId!: string | null;

  /** The model pack that was activated; null while MODEL_PACK decides. */
  @Column('text', { nullable: true })
  pack!: string | null;

  @Column('text', { nullable: true })
  previousPack!: string | null;

  @Column('timestamptz', { nullable: true })
  activatedAt!: Date | null;
}
