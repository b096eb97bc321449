import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Proof that somebody was erased, and how much went. It names nobody. */
@Entity('erasure_receipts')
export class ErasureReceipt {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  erasedAt!: Date;

  @Column('int')
  templates!: number;

  @Column('int')
  photos!: number;

  @Column('int')
  frames!: number;

  @Column('int', { default: 0 })
  portraits!: number;
}
