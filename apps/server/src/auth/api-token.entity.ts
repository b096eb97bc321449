import type { Role } from '@rollcall/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A long-lived key for a script, with a role of its own. */
@Entity('api_tokens')
export class ApiToken {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  /** SHA-256 of the token, hex. */
  @Column('text', { unique: true })
  tokenHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  expiresAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}
