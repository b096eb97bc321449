import type { CheckInAnswer } from '@rollcall/contracts';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Device } from '../devices/device.entity.js';

/** What a kiosk was answered under an Idempotency-Key, to answer the same when it asks again. */
@Entity('answered_requests')
export class AnsweredRequest {
  @PrimaryColumn('uuid')
  deviceId!: string;

  @ManyToOne(() => Device)
  @JoinColumn()
  device?: Device;

  @PrimaryColumn('text')
  key!: string;

  @Column('jsonb')
  answer!: CheckInAnswer;

  /** So that erasing a person finds the answers that name one. */
  @Index('answered_requests_person')
  @Column('uuid', { nullable: true })
  personId!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
