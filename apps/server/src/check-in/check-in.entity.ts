import type { Box, CheckInMethod, Decision, FaceQuality, CheckInReason } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Device } from '../devices/device.entity.js';
import { Person } from '../people/person.entity.js';
import { Site } from '../people/site.entity.js';
import { Blob } from '../platform/storage/blob.entity.js';

/** One moment at a kiosk and what was decided, with the reasons. Only ever added; corrections are rows of their own. */
@Entity('check_ins')
@Index('check_ins_clock_corrected', ['personId'], { where: 'clock_skew_seconds <> 0' })
export class CheckIn {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('check_ins_device')
  @Column('uuid')
  deviceId!: string;

  @ManyToOne(() => Device)
  @JoinColumn()
  device?: Device;

  @Column('uuid')
  siteId!: string;

  @ManyToOne(() => Site)
  @JoinColumn()
  site?: Site;

  @Column('text')
  decision!: Decision;

  @Column('text', { default: 'face' })
  method!: CheckInMethod;

  @Index('check_ins_person')
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @ManyToOne(() => Person)
  @JoinColumn()
  person?: Person;

  @Column('text')
  modelId!: string;

  /** Best cosine of the person who was decided on, else of the best; null without a face or without anyone enrolled. */
  @Column('float8', { nullable: true })
  similarity!: number | null;

  @Column('float8')
  threshold!: number;

  /** Lead over the best of the others; negative where a PIN decided for the second. */
  @Column('float8', { nullable: true })
  margin!: number | null;

  /** The people whom the face resembled most, best first. */
  @Index('check_ins_candidates', { synchronize: false })
  @Column('jsonb', { default: [] })
  candidates!: { personId: string; similarity: number }[];

  @Column('jsonb', { nullable: true })
  quality!: FaceQuality | null;

  /** Null where it was not asked. */
  @Column('jsonb', { nullable: true })
  liveness!: { score: number; live: boolean } | null;

  @Column('jsonb', { nullable: true })
  box!: Box | null;

  @Column('jsonb')
  reasons!: CheckInReason[];

  @Index('check_ins_captured')
  @Column('timestamptz')
  capturedAt!: Date;

  @Column('timestamptz')
  receivedAt!: Date;

  @Column('boolean')
  late!: boolean;

  /** By how much the kiosk's clock ran ahead; `capturedAt` is put right by it. */
  @Column('int', { default: 0 })
  clockSkewSeconds!: number;

  @Column('text')
  timeZone!: string;

  @Column('text')
  localTime!: string;

  /** Null once the frame reached its deletion date. */
  @Index('check_ins_frame')
  @Column('uuid', { nullable: true })
  frameId!: string | null;

  @ManyToOne(() => Blob, { onDelete: 'SET NULL' })
  @JoinColumn()
  frame?: Blob;
}
