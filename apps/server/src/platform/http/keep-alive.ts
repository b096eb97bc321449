import type { MessageEvent } from '@nestjs/common';
import { connect, endWith, ignoreElements, interval, map, merge, takeUntil, type Observable } from 'rxjs';

const KEEP_ALIVE_MS = 20_000;

/** Server-sent events with a `ping` in between, so that proxies do not close the stream; it ends where the events end. */
export function withKeepAlive(events: Observable<MessageEvent>): Observable<MessageEvent> {
  const pings = interval(KEEP_ALIVE_MS).pipe(map(() => ({ type: 'ping', data: '' })));
  return events.pipe(
    connect((shared) => {
      const over = shared.pipe(ignoreElements(), endWith(null));
      return merge(shared, pings.pipe(takeUntil(over)));
    }),
  );
}
