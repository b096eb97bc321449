import { Broadcast } from './broadcast.js';

/** One process alone has the embedded database, so there is nobody else to tell. */
export class InProcessBroadcast extends Broadcast {
  tell(topic: string, message: string): void {
    setImmediate(() => this.deliver(topic, message));
  }

  async close(): Promise<void> {}
}
