import { Column, Entity, PrimaryColumn } from 'typeorm';

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
  indexFrom: null,
  indexM: 16,
  indexEfConstruction: 128,
  indexEfSearch: 200,
};
