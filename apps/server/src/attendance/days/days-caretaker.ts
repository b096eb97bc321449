import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { addDays } from '@rollcall/attendance';
import { DaysUpkeep } from './days-upkeep.js';

const LOOK_MS = 5 * 60_000;
/** So far back days are kept made: the months that people ask about. */
const LOOK_BACK_DAYS = 62;

/** Makes days before anybody asks, so that whoever opens a report in the morning does not wait for a month of them. */
@Injectable()
export class DaysCaretaker implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(DaysCaretaker.name);
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(private readonly upkeep: DaysUpkeep) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.looking = this.looking.then(() => this.look());
    }, LOOK_MS).unref();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** Whatever goes wrong is tried again: a reader makes what is wanting all the same. */
  private async look(): Promise<void> {
    if (this.stopping) return;
    const to = this.upkeep.lastDay();
    await this.upkeep.refresh({ from: addDays(to, -LOOK_BACK_DAYS), to }).catch((error: unknown) => {
      this.log.warn(`Days could not be made ahead: ${(error as Error).message}`);
    });
  }
}
