import type { PortraitLikeness, UsedSettings } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Face } from '../enrollment/face.entity.js';
import { Person } from '../people/person.entity.js';
import { Blob } from '../platform/storage/blob.entity.js';

/** A portrait of a person in some style: asked for, growing, or done. What its job's row says is not repeated here. */
@Entity('badges')
export class Badge {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('badges_person')
  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  /** Null once the photo was removed. */
  @Index('badges_face')
  @Column('uuid', { nullable: true })
  faceId!: string | null;

  @ManyToOne(() => Face, { onDelete: 'SET NULL' })
  @JoinColumn()
  face?: Face;

  /** The style may be deleted later on. */
  @Column('uuid')
  styleId!: string;

  @Column('text')
  styleName!: string;

  @Column('jsonb')
  blend!: { styleId: string; weight: number }[];

  @Column('jsonb')
  settings!: UsedSettings;

  @Column('uuid')
  jobId!: string;

  /** Of the picture that is kept, so that another attempt goes on from there. */
  @Column('int', { default: 0 })
  step!: number;

  @Column('jsonb', { default: [] })
  losses!: [step: number, loss: number, size: number][];

  /** The portrait was painted to its end; another attempt finds it done. */
  @Column('boolean', { default: false })
  complete!: boolean;

  /** Null before the first one, and once the portrait is done. */
  @Index('badges_preview')
  @Column('uuid', { nullable: true })
  previewId!: string | null;

  @ManyToOne(() => Blob, { onDelete: 'SET NULL' })
  @JoinColumn()
  preview?: Blob;

  @Column('uuid', { nullable: true })
  portraitId!: string | null;

  @ManyToOne(() => Blob)
  @JoinColumn()
  portrait?: Blob;

  @Column('jsonb', { nullable: true })
  likeness!: PortraitLikeness | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  finishedAt!: Date | null;
}
