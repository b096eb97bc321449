import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ChosenLimits } from './quality-limits.js';

/** What an operator decided about recognition, per model: a threshold means nothing to another one. */
@Entity('recognition_settings')
export class RecognitionSettings {
  @PrimaryColumn('text')
  modelId!: string;

  /** Null: follows the asked FPIR and the size of the gallery. */
  @Column('float8', { nullable: true })
  threshold!: number | null;

  /** Null: the recommended one of the pack. */
  @Column('float8', { nullable: true })
  margin!: number | null;

  @Column('int', { default: 60 })
  duplicateWindowSeconds!: number;

  /** Asked share of strangers who may be taken for somebody; null: the one of the pack. */
  @Column('float8', { nullable: true })
  fpir!: number | null;

  /** Whether kiosks ask whether a face is alive, where the pack can tell. */
  @Column('boolean', { default: true })
  liveness!: boolean;

  /** Null: the one that was measured. */
  @Column('float8', { nullable: true })
  livenessThreshold!: number | null;

  @Column('boolean', { default: true })
  enrollmentLiveness!: boolean;

  @Column('float8', { nullable: true })
  enrollmentLivenessThreshold!: number | null;

  /** Limits of picture quality that somebody chose; null and what is left out: the measured ones. */
  @Column('jsonb', { nullable: true })
  qualityLimits!: ChosenLimits | null;

  /** Whether the tools of recognition tell what attribute networks say. */
  @Column('boolean', { default: false })
  attributes!: boolean;

  /** Templates from which an HNSW index is kept; null: by whether servers keep the gallery in memory. */
  @Column('int', { nullable: true })
  indexFrom!: number | null;

  @Column('int', { default: 16 })
  indexM!: number;

  @Column('int', { default: 128 })
  indexEfConstruction!: number;

  @Column('int', { default: 200 })
  indexEfSearch!: number;
}

/** What holds where nobody decided anything. */
export const UNDECIDED: Omit<RecognitionSettings, 'modelId'> = {
  threshold: null,
  margin: null,
  duplicateWindowSeconds: 60,
  fpir: null,
  liveness: true,
  livenessThreshold: null,
  enrollmentLiveness: true,
  enrollmentLivenessThreshold: null,
  qualityLimits: null,
  attributes: false,
  indexFrom: null,
  indexM: 16,
  indexEfConstruction: 128,
  indexEfSearch: 200,
};
