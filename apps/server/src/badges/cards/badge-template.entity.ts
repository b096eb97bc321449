import type { BadgeTemplateUpdate } from '@rollcall/contracts';
import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Blob } from '../../platform/storage/blob.entity.js';

/** The one row that says how this organisation's cards look, as far as somebody decided it. */
@Entity('badge_template')
@Check('badge_template_one', 'id = 1')
export class BadgeTemplateRow {
  @PrimaryColumn('int', { default: 1 })
  id!: number;

  @Column('jsonb', { default: {} })
  look!: BadgeTemplateUpdate;

  @Column('uuid', { nullable: true })
  logoId!: string | null;

  @ManyToOne(() => Blob)
  @JoinColumn()
  logo?: Blob;
}
