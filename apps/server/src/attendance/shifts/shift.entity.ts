import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A shift by its name; what it says lies in its versions. */
@Entity('shifts')
export class Shift {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
