import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  Page,
  PageQuery,
  User as UserMessage,
  UserCreate,
  UserCreated,
  UserNames,
  UserUpdate,
} from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { violatesUnique } from '../platform/database/constraint.js';
import { DomainError, notFound } from '../platform/domain-error.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { generatePassword, hashPassword } from './password.js';
import { Session } from './session.entity.js';
import { User } from './user.entity.js';

@Injectable()
export class UsersService {
  constructor(
    @InjectRepository(User) private readonly users: Repository<User>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  count(): Promise<number> {
    return this.users.count();
  }

  list(page: PageQuery): Promise<Page<UserMessage>> {
    return pageByIdDescending(this.users.createQueryBuilder('u'), page, present);
  }

  /** Nothing but who they are: no address, no role. */
  async names(): Promise<UserNames> {
    return { items: await this.users.find({ select: { id: true, name: true }, order: { id: 'ASC' } }) };
  }

  async create(actor: string, fields: UserCreate): Promise<UserCreated> {
    const password = fields.password ?? generatePassword();
    const user = this.users.create({
      id: uuidv7(),
      email: fields.email,
      name: fields.name,
      role: fields.role,
      passwordHash: await hashPassword(password),
      createdAt: this.clock.now(),
      lastLoginAt: null,
    });
    await this.change(async (manager) => {
      await manager.insert(User, user);
      await this.audit.record(
        { actor, action: 'user.create', subject: `user:${user.id}`, details: { role: user.role } },
        manager,
      );
    });
    return { ...present(user), ...(!fields.password && { temporaryPassword: password }) };
  }

  /** False where another server that starts at the same moment was first. */
  async createFirst(fields: UserCreate): Promise<boolean> {
    try {
      await this.create('system', fields);
      return true;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'EMAIL_TAKEN') return false;
      throw error;
    }
  }

  async update(actor: string, id: string, fields: UserUpdate): Promise<UserMessage> {
    const { password, ...rest } = fields;
    const passwordHash = password && (await hashPassword(password));
    return this.change(async (manager) => {
      const user = await this.locked(manager, id);
      Object.assign(user, rest, passwordHash && { passwordHash });
      await manager.save(User, user);
      await this.keepAnAdmin(manager);
      if (passwordHash) await manager.delete(Session, { userId: id });
      const details = { fields: Object.keys(fields) };
      await this.audit.record({ actor, action: 'user.update', subject: `user:${id}`, details }, manager);
      return present(user);
    });
  }

  async remove(actor: string, id: string): Promise<void> {
    await this.change(async (manager) => {
      await manager.remove(User, await this.locked(manager, id));
      await this.keepAnAdmin(manager);
      await this.audit.record({ actor, action: 'user.delete', subject: `user:${id}` }, manager);
    });
  }

  private async locked(manager: EntityManager, id: string): Promise<User> {
    const user = await manager.findOne(User, { where: { id }, lock: { mode: 'pessimistic_write' } });
    if (!user) throw notFound('user');
    return user;
  }

  /** Two administrators who demote each other at the same moment must do so one after the other. */
  private async lockAdmins(manager: EntityManager): Promise<void> {
    await manager.find(User, { where: { role: 'admin' }, lock: { mode: 'pessimistic_write' } });
  }

  private async keepAnAdmin(manager: EntityManager): Promise<void> {
    if (await manager.existsBy(User, { role: 'admin' })) return;
    throw new DomainError(
      'conflict',
      'LAST_ADMIN',
      'This is the last administrator. Make somebody else one first.',
    );
  }

  private async change<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    try {
      return await this.users.manager.transaction(async (manager) => {
        await this.lockAdmins(manager);
        return work(manager);
      });
    } catch (error) {
      if (!violatesUnique(error, 'users_email_key')) throw error;
      throw new DomainError('conflict', 'EMAIL_TAKEN', 'Somebody signs in with this address already.');
    }
  }
}

export const present = ({ passwordHash: _, ...user }: User): UserMessage => ({
  ...user,
  createdAt: user.createdAt.toISOString(),
  lastLoginAt: user.lastLoginAt?.toISOString() ?? null,
});
