import type { Client } from './client.js';

export interface ServerSentEvent {
  readonly type: string;
  readonly data: string;
}

/** Follows a stream of server-sent events from now on. */
export class EventStream {
  private rest = '';
  private reading: ReturnType<ReadableStreamDefaultReader<Uint8Array>['read']> | null = null;
  private readonly waiting: ServerSentEvent[] = [];

  private constructor(
    readonly contentType: string | null,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
  ) {}

  static async open(client: Client, path: string, lastId?: string): Promise<EventStream> {
    const resume = lastId !== undefined && { 'Last-Event-ID': lastId };
    const response = await client.raw('GET', path, undefined, { Accept: 'text/event-stream', ...resume });
    if (!response.ok || !response.body) throw new Error(`${path} answered ${response.status}`);
    return new EventStream(response.headers.get('content-type'), response.body.getReader());
  }

  /** The next event; fails where none comes in time. */
  async next(timeoutMs = 5_000): Promise<ServerSentEvent> {
    const deadline = Date.now() + timeoutMs;
    while (this.waiting.length === 0) {
      // One that came too late for an earlier call is this one's.
      this.reading ??= this.reader.read();
      const { value, done } = await within(this.reading, deadline - Date.now());
      this.reading = null;
      if (done) throw new Error('The stream ended.');
      this.take(Buffer.from(value).toString('utf8'));
    }
    return this.waiting.shift()!;
  }

  close(): Promise<void> {
    return this.reader.cancel();
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = { type: valueOf(block, 'event') ?? 'message', data: valueOf(block, 'data') };
      if (event.data !== undefined) this.waiting.push({ type: event.type, data: event.data });
    }
  }
}

const valueOf = (block: string, field: string) => new RegExp(`^${field}: ?(.*)$`, 'm').exec(block)?.[1];

async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No event came in time.')), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
