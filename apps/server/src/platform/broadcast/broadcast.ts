export type Listener = (message: string) => void;

/**
 * Tells every server that shares the database, this one included, exactly once each. Messages are ids: whoever hears
 * one loads what it needs. Nothing is kept for a server that is away; it catches up in `onReconnect`.
 */
export abstract class Broadcast {
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly catchUps = new Set<() => void>();

  /** Never waits, never throws for want of a connection. */
  abstract tell(topic: string, message: string): void;
  abstract close(): Promise<void>;

  /** Answers how to stop listening. */
  on(topic: string, listener: Listener): () => void {
    const listeners = this.listeners.get(topic) ?? new Set();
    this.listeners.set(topic, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Called when messages may have been missed. */
  onReconnect(catchUp: () => void): () => void {
    this.catchUps.add(catchUp);
    return () => void this.catchUps.delete(catchUp);
  }

  protected deliver(topic: string, message: string): void {
    this.listeners.get(topic)?.forEach((listener) => listener(message));
  }

  protected reconnected(): void {
    this.catchUps.forEach((catchUp) => catchUp());
  }
}
