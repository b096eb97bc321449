import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { LoginRequest, LoginResponse, PasswordChange, User as UserMessage } from '@rollcall/contracts';
import type { Repository } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { DomainError } from '../platform/domain-error.js';
import type { Principal } from '../platform/http/principal.js';
import { LoginThrottle } from './login-throttle.js';
import { hashPassword, passwordMatches } from './password.js';
import { SessionsService } from './sessions.service.js';
import { User } from './user.entity.js';
import { present } from './users.service.js';

@Injectable()
export class AuthService {
  /** Compared against when nobody has the address, so that both refusals take the same time. */
  private readonly decoy = hashPassword('nobody signs in with this');

  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly sessions: SessionsService,
    private readonly throttle: LoginThrottle,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async login({ email, password }: LoginRequest, address: string): Promise<LoginResponse> {
    await this.throttle.admit(address, email);
    const user = await this.users.findOneBy({ email });
    const matches = await passwordMatches(user?.passwordHash ?? (await this.decoy), password);
    if (!user || !matches) {
      await this.throttle.noteFailure(address, email);
      throw new DomainError('unauthenticated', 'WRONG_CREDENTIALS', 'The address or the password is wrong.');
    }
    user.lastLoginAt = this.clock.now();
    await this.users.update({ id: user.id }, { lastLoginAt: user.lastLoginAt });
    await this.audit.record({ actor: `user:${user.id}`, action: 'auth.login' });
    return { token: await this.sessions.open(user.id), user: present(user) };
  }

  async me(principal: Principal): Promise<UserMessage> {
    return present(await this.signedIn(principal));
  }

  async changePassword(principal: Principal, token: string, change: PasswordChange): Promise<void> {
    const user = await this.signedIn(principal);
    if (!(await passwordMatches(user.passwordHash, change.current))) {
      throw new DomainError('rule', 'WRONG_PASSWORD', 'The current password is wrong.');
    }
    await this.users.update({ id: user.id }, { passwordHash: await hashPassword(change.next) });
    await this.sessions.closeAll(user.id, token);
    await this.audit.record({ actor: `user:${user.id}`, action: 'auth.password' });
  }

  private async signedIn(principal: Principal): Promise<User> {
    const user = principal.kind === 'user' ? await this.users.findOneBy({ id: principal.id }) : null;
    if (!user)
      throw new DomainError('forbidden', 'NOT_A_USER', 'An API token is not a user. Sign in as one.');
    return user;
  }
}
