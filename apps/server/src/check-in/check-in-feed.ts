import { Injectable } from '@nestjs/common';
import type { CheckInRecord, CheckInTimings } from '@rollcall/contracts';
import { Subject, type Observable } from 'rxjs';
import type { Device } from '../devices/device.entity.js';
import { Metrics } from '../platform/health/metrics.js';
import type { Recorded } from './check-in-log.js';
import { recordOf } from './check-in-message.js';

/** Tells whoever watches: the live feed and the metrics. */
@Injectable()
export class CheckInFeed {
  private readonly subject = new Subject<CheckInRecord>();

  constructor(private readonly metrics: Metrics) {}

  /** Records as they are written, with scores. */
  get records(): Observable<CheckInRecord> {
    return this.subject;
  }

  tell(device: Device, { row, decision, person, punch }: Recorded, timings: CheckInTimings): void {
    this.metrics.checkIns.inc({ decision });
    const stages = row.method === 'pin' ? [] : Object.entries(timings); // A PIN goes through none of them.
    for (const [stage, ms] of stages) this.metrics.stageSeconds.observe({ stage }, ms / 1000);
    if (decision === 'duplicate') return; // It is no row of its own.
    this.subject.next(recordOf(row, person, punch?.direction ?? null, device.name, true));
  }
}
