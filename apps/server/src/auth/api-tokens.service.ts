import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type {
  ApiToken as ApiTokenMessage,
  ApiTokenCreate,
  ApiTokenCreated,
  Page,
  PageQuery,
} from '@rollcall/contracts';
import type { Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../audit/audit.service.js';
import { Clock } from '../platform/clock/clock.js';
import { DomainError, notFound } from '../platform/domain-error.js';
import { hashSecret, newSecret } from '../platform/http/bearer-secret.js';
import { pageByIdDescending } from '../platform/http/paging.js';
import { ApiToken } from './api-token.entity.js';

@Injectable()
export class ApiTokensService {
  constructor(
    @InjectRepository(ApiToken) private readonly tokens: Repository<ApiToken>,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  list(page: PageQuery): Promise<Page<ApiTokenMessage>> {
    return pageByIdDescending(this.tokens.createQueryBuilder('t'), page, present);
  }

  async create(actor: string, fields: ApiTokenCreate): Promise<ApiTokenCreated> {
    const now = this.clock.now();
    const expiresAt = fields.expiresAt ? new Date(fields.expiresAt) : null;
    if (expiresAt && expiresAt <= now) throw expiredAlready();
    const secret = newSecret('rct');
    const token = this.tokens.create({
      id: uuidv7(),
      name: fields.name,
      role: fields.role,
      tokenHash: hashSecret(secret),
      createdAt: now,
      expiresAt,
      lastUsedAt: null,
    });
    await this.tokens.manager.transaction(async (manager) => {
      await manager.insert(ApiToken, token);
      const details = { role: token.role };
      await this.audit.record(
        { actor, action: 'token.create', subject: `token:${token.id}`, details },
        manager,
      );
    });
    return { ...present(token), token: secret };
  }

  async remove(actor: string, id: string): Promise<void> {
    await this.tokens.manager.transaction(async (manager) => {
      const { affected } = await manager.delete(ApiToken, { id });
      if (!affected) throw notFound('api token');
      await this.audit.record({ actor, action: 'token.delete', subject: `token:${id}` }, manager);
    });
  }
}

const expiredAlready = () =>
  new DomainError(
    'rule',
    'EXPIRES_IN_PAST',
    'This token would have expired before its first use. Choose a time to come, or none.',
  );

const present = ({ tokenHash: _, ...token }: ApiToken): ApiTokenMessage => ({
  ...token,
  createdAt: token.createdAt.toISOString(),
  expiresAt: token.expiresAt?.toISOString() ?? null,
  lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
});
