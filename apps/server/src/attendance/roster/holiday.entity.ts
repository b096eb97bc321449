import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { Site } from '../../people/site.entity.js';

/** A day on which nobody has to work, at one site or at all of them. */
@Entity('holidays')
@Unique('holidays_site_id_date_key', ['siteId', 'date'])
export class Holiday {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { nullable: true })
  siteId!: string | null;

  @ManyToOne(() => Site, { onDelete: 'CASCADE' })
  @JoinColumn()
  site?: Site;

  @Index('holidays_date')
  @Column('date')
  date!: string;

  @Column('text')
  name!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
