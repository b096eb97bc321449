import { setTimeout as sleep } from 'node:timers/promises';
import { checkInRecord } from '@rollcall/contracts';

const RETRY_MS = 500;

/** Watches `/check-ins/stream` as a browser does: where the line breaks it asks again from the last event on. */
export class LiveFeed {
  /** When the event of each check-in came, of performance.now(). */
  readonly seen = new Map<string, number>();
  repeats = 0;
  interruptions = 0;
  private readonly controller = new AbortController();
  private readonly watching: Promise<void>;
  private lastId: string | undefined;

  private constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {
    this.watching = this.watch();
  }

  static async open(url: string, headers: Record<string, string>): Promise<LiveFeed> {
    const feed = new LiveFeed(`${url}/api/v1/check-ins/stream`, headers);
    await sleep(500); // The stream says nothing until there is something to say.
    return feed;
  }

  async close(): Promise<void> {
    this.controller.abort();
    await this.watching;
  }

  private async watch(): Promise<void> {
    while (!this.controller.signal.aborted) {
      await this.listen().catch(() => undefined);
      if (this.controller.signal.aborted) return;
      this.interruptions++;
      await sleep(RETRY_MS);
    }
  }

  private async listen(): Promise<void> {
    const resume: Record<string, string> = this.lastId ? { 'Last-Event-ID': this.lastId } : {};
    const headers = { ...this.headers, ...resume, Accept: 'text/event-stream' };
    const response = await fetch(this.url, { headers, signal: this.controller.signal });
    if (!response.ok || !response.body) return void (await response.body?.cancel());
    let rest = '';
    for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
      const blocks = (rest + chunk).split('\n\n');
      rest = blocks.pop() ?? '';
      blocks.forEach((block) => this.take(block));
    }
  }

  private take(block: string): void {
    if (valueOf(block, 'event') !== 'check-in') return;
    const { id } = checkInRecord.parse(JSON.parse(valueOf(block, 'data') ?? ''));
    this.lastId = valueOf(block, 'id') ?? id;
    if (this.seen.has(id)) this.repeats++;
    else this.seen.set(id, performance.now());
  }
}

const valueOf = (block: string, field: string) => new RegExp(`^${field}: ?(.*)$`, 'm').exec(block)?.[1];
