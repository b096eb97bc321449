import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from './user.entity.js';

@Entity('sessions')
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Index('sessions_user')
  @Column('uuid')
  userId!: string;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn()
  user!: User;

  /** SHA-256 of the token, hex. The token itself is nowhere kept. */
  @Column('text', { unique: true })
  tokenHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
