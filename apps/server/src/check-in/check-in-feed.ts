import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { CheckInRecord, CheckInTimings } from '@rollcall/contracts';
import { concatAll, concatMap, filter, from, merge, Observable, share, type Subscriber } from 'rxjs';
import { v7 as uuidv7 } from 'uuid';
import { Broadcast } from '../platform/broadcast/broadcast.js';
import { isOutage } from '../platform/database/outage.js';
import { Metrics } from '../platform/health/metrics.js';
import { CheckInHistory } from './check-in-history.js';
import type { Recorded } from './check-in-log.js';
import { idEarlier, RecentIds } from './recent-ids.js';

const TOPIC = 'check-in';
/** Rows that are remembered as told, and looked back on after a break in the connection. */
const REMEMBERED = 200;
/** Rows that somebody is told who comes back; whoever was away for longer reads the list. */
const MOST_MISSED = 1_000;
/** Ids are in the order of time, but a server's clock may be behind, and a row is seen when it is committed. */
const OVERLAP_MS = 5_000;
/** Half a minute in all. */
const MOST_TRIES = 60;
const TRY_AGAIN_MS = 500;

/** Tells whoever watches: the live feeds of all servers, and the metrics of this one. */
@Injectable()
export class CheckInFeed {
  private readonly log = new Logger('CheckIns');
  /** Records as any server writes them, with scores. Nothing is loaded while nobody watches. */
  readonly records: Observable<CheckInRecord>;

  constructor(
    private readonly metrics: Metrics,
    private readonly broadcast: Broadcast,
    private readonly history: CheckInHistory,
  ) {
    const ids = new Observable<string>((watcher) => this.watch(watcher));
    this.records = ids.pipe(
      concatMap((id) => this.load(id)),
      concatAll(),
      share(),
    );
  }

  tell({ row, decision }: Recorded, timings: CheckInTimings): void {
    this.metrics.checkIns.inc({ decision });
    const stages = row.method === 'pin' ? [] : Object.entries(timings); // A PIN goes through none of them.
    for (const [stage, ms] of stages) this.metrics.stageSeconds.observe({ stage }, ms / 1000);
    if (decision === 'duplicate') return; // It is no row of its own.
    this.broadcast.tell(TOPIC, row.id);
  }

  /**
   * The records from now on, for somebody who saw this one last: with those that came since. What came within five
   * seconds before it may come again; ids tell.
   */
  since(lastSeen: string): Observable<CheckInRecord> {
    const told = new RecentIds(2 * MOST_MISSED);
    const missed = this.history.newestAfter(idEarlier(lastSeen, OVERLAP_MS), MOST_MISSED);
    return merge(from(missed).pipe(concatAll()), this.records).pipe(filter(({ id }) => told.add(id)));
  }

  /** Tells the id of every new row once; after a break in the connection, also of those that were missed. */
  private watch(watcher: Subscriber<string>): () => void {
    const told = new RecentIds(REMEMBERED, [uuidv7()]);
    const tell = (id: string) => told.add(id) && watcher.next(id);
    const lookBack = async () => (await this.after(told.oldest!)).forEach(tell);
    const stops = [this.broadcast.on(TOPIC, tell), this.broadcast.onReconnect(() => void lookBack())];
    return () => stops.forEach((stop) => stop());
  }

  private after(id: string): Promise<string[]> {
    return persistently(() => this.history.idsAfter(id, 2 * REMEMBERED)).catch((error: Error) => {
      this.log.warn(`Check-ins that the live feed missed could not be read: ${error.message}`);
      return [];
    });
  }

  /** The feed goes on without a row that cannot be read. */
  private async load(id: string): Promise<CheckInRecord[]> {
    try {
      return [await persistently(() => this.history.record(id))];
    } catch (error) {
      this.log.warn(`Check-in ${id} is missing in the live feed: ${(error as Error).message}`);
      return [];
    }
  }
}

/** What the database is away for is asked for again: word of a row may be the last that it sends. */
async function persistently<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask();
    } catch (error) {
      if (!isOutage(error) || tries === MOST_TRIES) throw error;
      await sleep(TRY_AGAIN_MS);
    }
  }
}
