import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  enrollFromCheckIn,
  face,
  idParam,
  review,
  reviewCreate,
  reviewPage,
  reviewQueueQuery,
  type EnrollFromCheckIn,
  type IdParam,
  type ReviewCreate,
  type ReviewQueueQuery,
} from '@rollcall/contracts';
import { Allow } from '../../platform/http/access.js';
import { Answers } from '../../platform/http/answers.js';
import { actorOf, Sender, type Principal } from '../../platform/http/principal.js';
import { EnrollmentFromFrame } from './enrollment-from-frame.js';
import { ReviewQueue } from './review-queue.js';
import { ReviewsService } from './reviews.service.js';

/** What people say of decisions, and what they should look at. */
@ApiTags('check-in')
@Controller()
@Allow('admin', 'hr')
export class ReviewsController {
  constructor(
    private readonly queue: ReviewQueue,
    private readonly reviews: ReviewsService,
    private readonly fromFrame: EnrollmentFromFrame,
  ) {}

  @Get('reviews')
  @Allow('admin', 'hr', 'auditor')
  @Answers(200, reviewPage)
  list(@Sender() { role }: Principal, @Query({ schema: reviewQueueQuery }) query: ReviewQueueQuery) {
    return this.queue.list(query, role === 'admin' || role === 'auditor');
  }

  @Post('check-ins/:id/review')
  @Answers(201, review, {
    404: ['CHECK_IN_NOT_FOUND', 'PERSON_NOT_FOUND'],
    409: 'REVIEW_NOT_APPLICABLE',
    503: 'BUSY',
  })
  review(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: reviewCreate }) body: ReviewCreate,
  ) {
    return this.reviews.review(actorOf(sender), id, body);
  }

  /** The kept picture becomes a face of this person, under the same rules as an uploaded photo. */
  @Post('check-ins/:id/enroll')
  @Allow('admin')
  @Answers(201, face, {
    404: ['CHECK_IN_NOT_FOUND', 'FRAME_NOT_FOUND', 'PERSON_NOT_FOUND'],
    409: 'CONSENT_REQUIRED',
    422: ['NO_FACE', 'MULTIPLE_FACES', 'LOW_QUALITY', 'DUPLICATE_FACE'],
    503: 'BUSY',
  })
  enroll(
    @Sender() sender: Principal,
    @Param({ schema: idParam }) { id }: IdParam,
    @Body({ schema: enrollFromCheckIn }) { personId }: EnrollFromCheckIn,
  ) {
    return this.fromFrame.enroll(actorOf(sender), id, personId);
  }
}
