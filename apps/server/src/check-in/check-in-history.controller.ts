import {
  Controller,
  Get,
  Header,
  Headers,
  Param,
  Query,
  Sse,
  StreamableFile,
  type MessageEvent,
} from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  checkInPage,
  checkInQuery,
  checkInSummary,
  idParam,
  type CheckInQuery,
  type IdParam,
  type Role,
} from '@rollcall/contracts';
import { map, type Observable } from 'rxjs';
import { Allow } from '../platform/http/access.js';
import { Answers, AnswersMedia } from '../platform/http/answers.js';
import { withKeepAlive } from '../platform/http/keep-alive.js';
import { mediaTypeOf } from '../platform/http/picture.js';
import { actorOf, Sender, type Principal } from '../platform/http/principal.js';
import { CheckInFeed } from './check-in-feed.js';
import { FrameAccess } from './frame-access.js';
import { CheckInHistory } from './check-in-history.js';
import { withoutScores } from './check-in-message.js';
import { Today } from './today.js';

/** One that is none of ours is passed over. */
const lastEventId = idParam.shape.id;

const maySeeScores = ({ role }: { role: Role }) => role === 'admin' || role === 'auditor';

/** The log of check-ins, for people. */
@ApiTags('check-in')
@Controller('check-ins')
@Allow('admin', 'hr', 'auditor')
export class CheckInHistoryController {
  constructor(
    private readonly history: CheckInHistory,
    private readonly frames: FrameAccess,
    private readonly feed: CheckInFeed,
    private readonly today: Today,
  ) {}

  @Get()
  @Answers(200, checkInPage)
  list(@Sender() sender: Principal, @Query({ schema: checkInQuery }) query: CheckInQuery) {
    return this.history.list(query, maySeeScores(sender));
  }

  @Get('summary')
  @Allow('admin', 'enroller', 'hr', 'auditor')
  @Answers(200, checkInSummary)
  summary() {
    return this.today.summary();
  }

  /**
   * Server-sent events: `check-in` with a CheckInRecord for every new row, `ping` to keep proxies from closing. A browser
   * that lost the line says by itself what it saw last.
   */
  @Sse('stream')
  @Header('X-Accel-Buffering', 'no')
  @AnswersMedia(200, 'text/event-stream')
  @ApiHeader({
    name: 'Last-Event-ID',
    required: false,
    description: 'Id of the last event that was seen: those since then come first, some perhaps again.',
  })
  stream(@Sender() sender: Principal, @Headers('last-event-id') lastSeen?: string): Observable<MessageEvent> {
    const scores = maySeeScores(sender);
    const { data: id } = lastEventId.safeParse(lastSeen);
    const records = (id ? this.feed.since(id) : this.feed.records).pipe(
      map((record) => ({ type: 'check-in', id: record.id, data: scores ? record : withoutScores(record) })),
    );
    return withKeepAlive(records);
  }

  @Get(':id/frame')
  @Allow('admin', 'auditor')
  @Header('Cache-Control', 'private, no-store')
  @AnswersMedia(200, 'image/*', { 404: ['CHECK_IN_NOT_FOUND', 'FRAME_NOT_FOUND'] })
  async frame(@Sender() sender: Principal, @Param({ schema: idParam }) { id }: IdParam) {
    const picture = await this.frames.open(actorOf(sender), id);
    return new StreamableFile(picture, { type: mediaTypeOf(picture) });
  }
}
