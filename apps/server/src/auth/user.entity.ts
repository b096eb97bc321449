import type { Role } from '@rollcall/contracts';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Someone who signs in: not an employee who is recognised (those are people). */
@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  /** Lower case. */
  @Column('text', { unique: true })
  email!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: Role;

  /** argon2id, with its parameters inside. */
  @Column('text')
  passwordHash!: string;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastLoginAt!: Date | null;
}
