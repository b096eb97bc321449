import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../platform/domain-error.js';

const FAILURES_PER_MINUTE = 10;

/** A lock guards one person's PIN; this guards against trying one PIN on many numbers: so many failures a minute for a kiosk. */
@Injectable()
export class PinThrottle {
  private readonly failures = new RateLimiterMemory({ points: FAILURES_PER_MINUTE, duration: 60 });

  /**
   * Counts a try as failed until `forgive` is called, so that those sent at one moment count as well.
   * @throws DomainError TOO_MANY_REQUESTS after too many failures
   */
  async admit(deviceId: string): Promise<void> {
    try {
      await this.failures.consume(deviceId);
    } catch (spent) {
      if (!(spent instanceof RateLimiterRes)) throw spent;
      const detail = 'Too many wrong PINs at this kiosk. Wait a minute, then try again.';
      throw new DomainError('too-many', 'TOO_MANY_REQUESTS', detail);
    }
  }

  async forgive(deviceId: string): Promise<void> {
    await this.failures.reward(deviceId);
  }
}
