import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { DomainError } from '../platform/domain-error.js';

const FAILURES_PER_MINUTE = 10;

/** Guessing a password is slow: so many failures a minute for one address of the network and one account. */
@Injectable()
export class LoginThrottle {
  private readonly failures = new RateLimiterMemory({ points: FAILURES_PER_MINUTE, duration: 60 });

  /** @throws DomainError TOO_MANY_REQUESTS after too many failures */
  async admit(address: string, account: string): Promise<void> {
    const spent = await this.failures.get(keyOf(address, account));
    if (!spent || spent.consumedPoints < FAILURES_PER_MINUTE) return;
    const detail = 'Too many wrong passwords. Wait a minute, then try again.';
    throw new DomainError('too-many', 'TOO_MANY_REQUESTS', detail);
  }

  async noteFailure(address: string, account: string): Promise<void> {
    await this.failures.penalty(keyOf(address, account));
  }
}

/** Hashed, so that no address or account lies in memory for longer than its request. */
const keyOf = (address: string, account: string) =>
  createHash('sha256').update(`${address} ${account}`).digest('base64');
