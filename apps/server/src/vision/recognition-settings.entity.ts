import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an operator decided about recognition, per model: a threshold means nothing to another one. */
@Entity('recognition_settings')
export class RecognitionSettings {
  @PrimaryColumn('text')
  modelId!: string;

  /** Null: the recommended one of the pack. */
  @Column('float8', { nullable: true })
  threshold!: number | null;

  /** Null: the recommended one of the pack. */
  @Column('float8', { nullable: true })
  margin!: number | null;

  @Column('int', { default: 60 })
  duplicateWindowSeconds!: number;
}
