import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { LessThan, MoreThan, Not, type Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { hashSecret, newSecret } from '../platform/http/bearer-secret.js';
import type { Principal } from '../platform/http/principal.js';
import { ApiToken } from './api-token.entity.js';
import { Session } from './session.entity.js';

const DAY = 86_400_000;
export const SESSION_LIFETIME_MS = 7 * DAY;
const LAST_USED_STEP_MS = 60_000;

/** Turns what a request carries into who sent it. */
@Injectable()
export class SessionsService {
  constructor(
    @InjectRepository(Session) private readonly sessions: Repository<Session>,
    @InjectRepository(ApiToken) private readonly tokens: Repository<ApiToken>,
    private readonly clock: Clock,
  ) {}

  async open(userId: string): Promise<string> {
    const token = newSecret('rcs');
    const now = this.clock.now();
    await this.sessions.delete({ expiresAt: LessThan(now) });
    const expiresAt = new Date(now.getTime() + SESSION_LIFETIME_MS);
    await this.sessions.insert({
      id: uuidv7(),
      userId,
      tokenHash: hashSecret(token),
      createdAt: now,
      expiresAt,
    });
    return token;
  }

  async close(token: string): Promise<void> {
    await this.sessions.delete({ tokenHash: hashSecret(token) });
  }

  /** Signs a user out everywhere, except where he is now. */
  async closeAll(userId: string, exceptToken = ''): Promise<void> {
    await this.sessions.delete({ userId, tokenHash: Not(hashSecret(exceptToken)) });
  }

  async principalOf(token: string): Promise<Principal | null> {
    return token.startsWith('rct_') ? this.scriptOf(token) : this.userOf(token);
  }

  private async userOf(token: string): Promise<Principal | null> {
    const session = await this.sessions.findOne({
      where: { tokenHash: hashSecret(token), expiresAt: MoreThan(this.clock.now()) },
      relations: { user: true },
    });
    return (
      session && { kind: 'user', id: session.userId, role: session.user.role, email: session.user.email }
    );
  }

  private async scriptOf(secret: string): Promise<Principal | null> {
    const token = await this.tokens.findOneBy({ tokenHash: hashSecret(secret) });
    const now = this.clock.now();
    if (!token || (token.expiresAt && token.expiresAt <= now)) return null;
    if (now.getTime() - (token.lastUsedAt?.getTime() ?? 0) > LAST_USED_STEP_MS) {
      await this.tokens.update({ id: token.id }, { lastUsedAt: now });
    }
    return { kind: 'token', id: token.id, role: token.role, email: null };
  }
}
