import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A place where people work, with the zone that its days are counted in. */
@Entity('sites')
export class Site {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { unique: true })
  name!: string;

  /** IANA name. */
  @Column('text')
  timeZone!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
