import { Logger } from '@nestjs/common';
import type pg from 'pg';
import { Broadcast } from './broadcast.js';

const CHANNEL = 'rollcall';
/** Postgres refuses payloads of 8,000 bytes. */
const MAX_BYTES = 7_999;
const MAX_OUTBOX = 1_000;
const BATCH = 100;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;
/** A connection that died without a word (a firewall, a pulled cable) is noticed by this. */
const PING_MS = 10_000;

/**
 * LISTEN and NOTIFY on a connection of its own, which comes back by itself. What is told meanwhile waits; what was in
 * the air when the connection broke may arrive twice; equal messages of the same moment arrive as one.
 */
export class PostgresBroadcast extends Broadcast {
  private readonly log = new Logger('Broadcast');
  private readonly outbox: string[] = [];
  private client: pg.Client | null = null;
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = FIRST_PAUSE_MS;
  private listening = false;
  private wasConnected = false;
  private sending = false;
  private closed = false;

  constructor(private readonly newClient: () => pg.Client) {
    super();
  }

  /** Resolves after the first try; where that failed, others follow. */
  async open(): Promise<this> {
    await this.connect();
    return this;
  }

  tell(topic: string, message: string): void {
    const payload = JSON.stringify([topic, message]);
    if (Buffer.byteLength(payload) > MAX_BYTES) throw new Error(`Too long to be told: ${topic}.`);
    if (this.outbox.push(payload) > MAX_OUTBOX) this.outbox.shift();
    void this.send();
  }

  async close(): Promise<void> {
    this.closed = true;
    this.listening = false;
    clearTimeout(this.timer);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = this.newClient();
    client.on('error', () => this.lose(client));
    client.on('end', () => this.lose(client));
    client.on('notification', ({ payload = '[]' }) => this.hear(payload));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
      this.connected();
    } catch {
      this.lose(client);
    }
  }

  private connected(): void {
    if (this.closed) return void this.client?.end();
    this.pauseMs = FIRST_PAUSE_MS;
    this.listening = true;
    void this.send();
    if (this.wasConnected) this.reconnected();
    this.wasConnected = true;
  }

  private lose(client: pg.Client): void {
    if (this.closed || this.client !== client) return;
    this.client = null;
    this.listening = false;
    clearTimeout(this.timer);
    void client.end().catch(() => undefined);
    this.log.warn(`The connection on which servers tell each other is lost. Next try in ${this.pauseMs} ms.`);
    this.timer = setTimeout(() => void this.connect(), this.pauseMs).unref();
    this.pauseMs = Math.min(LONGEST_PAUSE_MS, this.pauseMs * 2);
  }

  /** One statement at a time; where there is nothing to tell, one now and then that only asks for an answer. */
  private async send(): Promise<void> {
    const { client } = this;
    if (!client || !this.listening || this.sending) return;
    clearTimeout(this.timer);
    this.sending = true;
    const batch = this.outbox.splice(0, BATCH);
    try {
      await client.query('SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload', [
        CHANNEL,
        batch,
      ]);
    } catch {
      this.outbox.unshift(...batch);
      this.lose(client);
    }
    this.sending = false;
    if (this.outbox.length > 0) void this.send();
    else if (this.listening) this.timer = setTimeout(() => void this.send(), PING_MS).unref();
  }

  private hear(payload: string): void {
    const [topic, message] = JSON.parse(payload) as [string, string];
    this.deliver(topic, message);
  }
}
