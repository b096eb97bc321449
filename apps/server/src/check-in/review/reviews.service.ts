import { Injectable } from '@nestjs/common';
import type { Review, ReviewCreate } from '@rollcall/contracts';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../audit/audit.service.js';
import type { Embedded } from '../../gallery/embedded.js';
import { RecognitionSettingsService } from '../../gallery/recognition-settings.service.js';
import { Clock } from '../../platform/clock/clock.js';
import { DomainError } from '../../platform/domain-error.js';
import type { CheckIn } from '../check-in.entity.js';
import { Attribution } from './attribution.js';
import { CheckInReview } from './check-in-review.entity.js';
import { presentReview } from './review-message.js';
import { Teaching, type Learned } from './teaching.js';

/** What is decided about, all read before the transaction that decides. */
interface Case {
  readonly checkIn: CheckIn;
  readonly given: ReviewCreate;
  readonly face: Embedded | null;
  /** Seconds within which a second check-in of one person repeats the first. */
  readonly window: number;
}

/** Takes what a person says of a decision: attendance follows it at once, the gallery learns from what was wrong. */
@Injectable()
export class ReviewsService {
  constructor(
    private readonly source: DataSource,
    private readonly attribution: Attribution,
    private readonly teaching: Teaching,
    private readonly settings: RecognitionSettingsService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  async review(actor: string, checkInId: string, given: ReviewCreate): Promise<Review> {
    const checkIn = await this.attribution.find(checkInId);
    // The networks take their time: the face is read again before anything is held.
    const face = given.verdict === 'not-this-person' ? await this.teaching.faceOf(checkIn) : null;
    const { duplicateWindowSeconds: window } = await this.settings.current();
    return this.source.transaction(async (manager) => {
      const learned = await this.apply(manager, { checkIn, given, face, window });
      const review = manager.create(CheckInReview, {
        id: uuidv7(),
        checkInId,
        verdict: given.verdict,
        personId: given.personId ?? null,
        note: given.note,
        actor,
        ...learned,
        createdAt: this.clock.now(),
      });
      await manager.insert(CheckInReview, review);
      const details = {
        verdict: given.verdict,
        ...(given.personId && { person: given.personId }),
        ...learned,
      };
      await this.audit.record(
        { actor, action: 'check-in.review', subject: `check-in:${checkInId}`, details },
        manager,
      );
      return presentReview(review);
    });
  }

  private async apply(
    manager: EntityManager,
    { checkIn, given: { verdict, personId }, face, window }: Case,
  ): Promise<Learned> {
    const nothing = { strictMargin: false, negative: false };
    if (verdict === 'confirm') return nothing;
    const { owner, people } = await this.attribution.hold(manager, checkIn, personId);
    if (verdict === 'assign') {
      if (owner) throw notApplicable('Somebody has this check-in already. Say "not this person" first.');
      await this.attribution.assign(manager, checkIn, personId!, window);
      await this.teaching.takeBack(manager, checkIn, personId!);
      return nothing;
    }
    const wrong = owner ?? checkIn.personId;
    if (!wrong) throw notApplicable('Nobody was recognised here. Say who it was instead.');
    if (wrong === personId) throw notApplicable('This is the person who was recognised.');
    await this.attribution.withdraw(manager, checkIn);
    if (personId) await this.attribution.assign(manager, checkIn, personId, window);
    return this.teaching.wasNot(manager, { checkIn, wrong, right: personId ?? null, face, people });
  }
}

const notApplicable = (detail: string) => new DomainError('conflict', 'REVIEW_NOT_APPLICABLE', detail);
