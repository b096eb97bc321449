import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AttendanceModule } from '../attendance/attendance.module.js';
import { DevicesModule } from '../devices/devices.module.js';
import { EnrollmentModule } from '../enrollment/enrollment.module.js';
import { GalleryModule } from '../gallery/gallery.module.js';
import { PeopleModule } from '../people/people.module.js';
import { AnsweredRequest } from './answered-request.entity.js';
import { AnsweredRequests } from './answered-requests.js';
import { CheckInFeed } from './check-in-feed.js';
import { CheckInHistory } from './check-in-history.js';
import { CheckInHistoryController } from './check-in-history.controller.js';
import { CheckInLog } from './check-in-log.js';
import { CheckInRecorder } from './check-in-recorder.js';
import { CheckIn } from './check-in.entity.js';
import { CheckInService } from './check-in.service.js';
import { CheckInsController } from './check-ins.controller.js';
import { GalleryAnswers } from './gallery-answers.js';
import { FrameAccess } from './frame-access.js';
import { PinCheckInController } from './pin-check-in.controller.js';
import { PinCheckInService } from './pin-check-in.service.js';
import { PinStepUp } from './pin-step-up.js';
import { PinThrottle } from './pin-throttle.js';
import { Attribution } from './review/attribution.js';
import { CheckInReview } from './review/check-in-review.entity.js';
import { EnrollmentFromFrame } from './review/enrollment-from-frame.js';
import { ReviewQueue } from './review/review-queue.js';
import { ReviewsController } from './review/reviews.controller.js';
import { ReviewsService } from './review/reviews.service.js';
import { Teaching } from './review/teaching.js';
import { Today } from './today.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([CheckIn, AnsweredRequest, CheckInReview]),
    AttendanceModule,
    DevicesModule,
    EnrollmentModule,
    GalleryModule,
    PeopleModule,
  ],
  controllers: [CheckInsController, PinCheckInController, ReviewsController, CheckInHistoryController],
  providers: [
    CheckInService,
    GalleryAnswers,
    CheckInRecorder,
    PinCheckInService,
    PinStepUp,
    PinThrottle,
    CheckInLog,
    CheckInHistory,
    CheckInFeed,
    AnsweredRequests,
    FrameAccess,
    Attribution,
    EnrollmentFromFrame,
    ReviewQueue,
    ReviewsService,
    Teaching,
    Today,
  ],
  exports: [CheckInLog, AnsweredRequests],
})
export class CheckInModule {}
