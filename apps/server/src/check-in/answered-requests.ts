import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { CheckInAnswer } from '@rollcall/contracts';
import type { EntityManager, Repository } from 'typeorm';
import { Clock } from '../platform/clock/clock.js';
import { AnsweredRequest } from './answered-request.entity.js';

/** Another request with the same key was answered in the meantime; ours must leave no trace. */
export class AnsweredMeanwhile extends Error {}

/** Remembers what each kiosk was answered, so that a frame that is sent twice counts once. */
@Injectable()
export class AnsweredRequests {
  constructor(
    @InjectRepository(AnsweredRequest) private readonly requests: Repository<AnsweredRequest>,
    private readonly clock: Clock,
  ) {}

  async recall(deviceId: string, key: string | undefined): Promise<CheckInAnswer | null> {
    if (key === undefined) return null;
    const request = await this.requests.findOneBy({ deviceId, key });
    return request?.answer ?? null;
  }

  /** @throws AnsweredMeanwhile, which rolls the caller's transaction back */
  async remember(
    manager: EntityManager,
    deviceId: string,
    key: string | undefined,
    answer: CheckInAnswer,
  ): Promise<void> {
    if (key === undefined) return;
    const personId = answer.person?.id ?? null;
    const inserted: { raw: unknown } = await manager
      .createQueryBuilder()
      .insert()
      .into(AnsweredRequest)
      .values({ deviceId, key, answer: answer as object, personId, createdAt: this.clock.now() })
      .orIgnore()
      .returning('key')
      .execute();
    if ((inserted.raw as unknown[]).length === 0) throw new AnsweredMeanwhile();
  }

  async forget(manager: EntityManager, personId: string): Promise<void> {
    await manager.delete(AnsweredRequest, { personId });
  }
}
