import type { Server, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 10_000;
const LOOK_MS = 25;

/** Lets a server go without hanging up on anybody who waits for an answer: a kiosk would have to send its frame again. */
export class Farewell {
  private readonly unanswered = new Set<ServerResponse>();
  private leaving = false;

  constructor(private readonly server: Server) {
    server.on('request', (_, response: ServerResponse) => {
      this.unanswered.add(response);
      response.once('close', () => this.unanswered.delete(response));
      if (this.leaving) askToGo(response);
    });
  }

  /** Takes no new connections, ends the live streams, and resolves when the others were answered, or after 10 s. */
  async bid(): Promise<void> {
    this.leaving = true;
    this.server.close();
    for (const response of this.unanswered) askToGo(response);
    const deadline = performance.now() + PATIENCE_MS;
    while (this.unanswered.size > 0 && performance.now() < deadline) await sleep(LOOK_MS);
  }
}

/** A stream has no end of its own; whoever listens comes back, to another server. */
function askToGo(response: ServerResponse): void {
  const type = String(response.getHeader('Content-Type'));
  if (type.startsWith('text/event-stream')) response.end();
  else if (!response.headersSent) response.setHeader('Connection', 'close');
}
