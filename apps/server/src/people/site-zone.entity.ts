import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Site } from './site.entity.js';

/** The zone of a site from a day on: a site that changes its zone keeps its past. */
@Entity('site_zones')
export class SiteZone {
  @PrimaryColumn('uuid')
  siteId!: string;

  @ManyToOne(() => Site, { onDelete: 'CASCADE' })
  @JoinColumn()
  site?: Site;

  @PrimaryColumn('date')
  validFrom!: string;

  @Column('text')
  timeZone!: string;
}
