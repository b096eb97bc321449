import type { DeviceDirection } from '@rollcall/contracts';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Site } from '../people/site.entity.js';

/** A kiosk. A removed one keeps its row, because its check-ins name it. */
@Entity('devices')
export class Device {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('uuid')
  siteId!: string;

  @ManyToOne(() => Site)
  @JoinColumn()
  site!: Site;

  @Column('text')
  direction!: DeviceDirection;

  @Column('boolean')
  showScores!: boolean;

  /** Whether faces before it have to be alive; null: as the recognition settings say. */
  @Column('boolean', { nullable: true })
  liveness!: boolean | null;

  @Column('float8', { nullable: true })
  livenessThreshold!: number | null;

  /** SHA-256 of the device key, hex; null once removed. */
  @Column('text', { unique: true, nullable: true })
  keyHash!: string | null;

  @Column('timestamptz', { nullable: true })
  lastSeenAt!: Date | null;

  /** By how much its clock ran ahead when it last said what it showed; null where it never did. */
  @Column('int', { nullable: true })
  clockSkewSeconds!: number | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  removedAt!: Date | null;
}
