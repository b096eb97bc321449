import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../platform/config/config.js';
import { generatePassword } from './password.js';
import { UsersService } from './users.service.js';

const DEFAULT_EMAIL = 'admin@rollcall.local';

/** A new installation has nobody who could sign in: the first administrator comes from the settings, or is made up. */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  /** Set where a password was made up: the start-up screen shows it, once. */
  generated: { email: string; password: string } | null = null;

  constructor(
    private readonly users: UsersService,
    private readonly config: Config,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if ((await this.users.count()) > 0) return;
    const email = (this.config.admin.email ?? DEFAULT_EMAIL).toLowerCase();
    const password = this.config.admin.password ?? generatePassword();
    const made = await this.users.createFirst({ email, name: 'Administrator', role: 'admin', password });
    if (made && !this.config.admin.password) this.generated = { email, password };
  }
}
