import type { Direction } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Person } from '../../people/person.entity.js';
import { Site } from '../../people/site.entity.js';

/** Someone came or left. Times are kept as they were understood then: a site that changes its zone keeps its past. */
@Entity('punches')
@Index('punches_person_at', ['personId', 'at'])
export class Punch {
  @PrimaryColumn('uuid')
  id!: string;

  /** The check-in that it came from. */
  @Column('uuid', { unique: true })
  checkInId!: string;

  @Column('uuid')
  personId!: string;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('uuid')
  siteId!: string;

  @ManyToOne(() => Site)
  @JoinColumn()
  site?: Site;

  @Column('timestamptz')
  at!: Date;

  /** IANA name of the site's zone at the time. */
  @Column('text')
  timeZone!: string;

  @Index('punches_local_date')
  @Column('date')
  localDate!: string;

  /** YYYY-MM-DDTHH:MM:SS on the site's clock. */
  @Column('text')
  localTime!: string;

  @Column('text')
  direction!: Direction;

  /** True where the kiosk is for one direction only; the others are inferred again when earlier punches arrive. */
  @Column('boolean')
  directionFixed!: boolean;
}
