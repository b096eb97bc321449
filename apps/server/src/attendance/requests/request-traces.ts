import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Correction } from './correction.entity.js';
import { Leave } from './leave.entity.js';

/** What people wrote about somebody's days: why they were away or forgot to punch, and what others said to it. */
@Injectable()
export class RequestTraces {
  /** Times and decisions stay, as what was worked does; words go, and whether it was an illness or a holiday. */
  async forget(manager: EntityManager, personId: string): Promise<void> {
    await manager.update(Leave, { personId }, { type: 'leave', reason: null, note: null });
    await manager.update(Correction, { personId }, { reason: '', note: null });
  }
}
