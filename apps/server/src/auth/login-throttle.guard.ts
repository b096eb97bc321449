import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ThrottlerGuard } from '@nestjs/throttler';
import type { Request } from 'express';

/** Guessing a password is slow: so many tries a minute for one address of the network and one account. */
@Injectable()
export class LoginThrottle extends ThrottlerGuard {
  protected override getTracker(request: Request): Promise<string> {
    const { email } = (request.body ?? {}) as { email?: unknown };
    const account = typeof email === 'string' ? email.trim().toLowerCase() : '';
    return Promise.resolve(createHash('sha256').update(`${request.ip} ${account}`).digest('hex'));
  }
}
