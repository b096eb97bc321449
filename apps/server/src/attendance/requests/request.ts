import type { RequestStatus } from '@rollcall/contracts';
import { Column } from 'typeorm';

/** What somebody asked for and another person decides. */
export abstract class Requested {
  @Column('text')
  status!: RequestStatus;

  /** As the audit log names them. */
  @Column('text')
  requestedBy!: string;

  @Column('text', { nullable: true })
  decidedBy!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;
}
