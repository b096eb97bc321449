import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { hashSecret, newSecret } from '../platform/http/bearer-secret.js';
import { ApiToken } from './api-token.entity.js';

/**
 * Lets the `rollcall` command of the same machine and the same user in: a token in a file of the data folder that
 * only its owner reads, like the key beside it. It is made at each start and ends with the server.
 */
@Injectable()
export class LocalAccess implements BeforeApplicationShutdown {
  private readonly file: string;

  constructor(
    @InjectRepository(ApiToken) private readonly tokens: Repository<ApiToken>,
    private readonly clock: Clock,
    config: Config,
  ) {
    this.file = join(config.dataDir, 'local-access.json');
  }

  async open(url: string): Promise<void> {
    await this.close(); // What a killed server left behind.
    const token = newSecret('rct');
    await this.tokens.insert({
      id: uuidv7(),
      name: 'The rollcall command on the server',
      role: 'admin',
      tokenHash: hashSecret(token),
      createdAt: this.clock.now(),
      expiresAt: null,
      lastUsedAt: null,
    });
    writeFileSync(this.file, JSON.stringify({ url, token }), { mode: 0o600 });
  }

  /** Before the database closes. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private async close(): Promise<void> {
    const token = this.remembered();
    if (token) await this.tokens.delete({ tokenHash: hashSecret(token) });
    rmSync(this.file, { force: true });
  }

  private remembered(): string | null {
    try {
      return (JSON.parse(readFileSync(this.file, 'utf8')) as { token: string }).token;
    } catch {
      return null;
    }
  }
}
