import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkInAnswer, problem, type CheckInAnswer, type DeviceWithKey } from '@rollcall/contracts';

const PATIENCE_MS = 30_000;
const RETRY_MS = 200;

/** What a kiosk was answered in the end, and what came instead before. */
export interface Acknowledged {
  readonly deviceId: string;
  readonly key: string;
  /** True where the answer says that it was given before (200 instead of 201). */
  readonly replayed: boolean;
  readonly answer: CheckInAnswer;
  /** Of performance.now(): the first try, and the answer. */
  readonly sentAt: number;
  readonly answeredAt: number;
  /** One for each try that failed: `502`, `503 UNAVAILABLE`, `connection`. */
  readonly faults: readonly string[];
}

/** Sends frames as the kiosk page does: one at a time, each with a key of its own until somebody answers. */
export class Kiosk {
  constructor(
    private readonly device: DeviceWithKey,
    private readonly url: () => string,
  ) {}

  get id(): string {
    return this.device.id;
  }

  /** Tries until it is answered. @throws Error where the server refuses the frame for good */
  async show(frame: Uint8Array): Promise<Acknowledged> {
    const { deviceKey, id: deviceId } = this.device;
    const key = randomUUID();
    const headers = {
      'Content-Type': 'image/jpeg',
      'X-Device-Key': deviceKey,
      'Idempotency-Key': key,
      'captured-at': new Date().toISOString(),
    };
    const sentAt = performance.now();
    const faults: string[] = [];
    for (;;) {
      const got = await post(`${this.url()}/api/v1/check-ins`, headers, frame);
      if (typeof got !== 'string') {
        return { deviceId, key, sentAt, answeredAt: performance.now(), faults, ...got };
      }
      faults.push(got);
      await sleep(RETRY_MS);
    }
  }
}

/** The answer, or in a word why there is none yet. */
async function post(url: string, headers: Record<string, string>, frame: Uint8Array) {
  let status: number;
  let text: string;
  try {
    const body = new Uint8Array(frame);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(url, { method: 'POST', headers, body, signal });
    status = response.status;
    text = await response.text();
  } catch (error) {
    return (error as Error).name === 'TimeoutError' ? 'timeout' : 'connection';
  }
  if (status === 200 || status === 201) {
    return { answer: checkInAnswer.parse(JSON.parse(text)), replayed: status === 200 };
  }
  const fault = `${status}${codeOf(text)}`;
  if (status < 500 && status !== 429) throw new Error(`A kiosk was refused: ${fault}`);
  return fault;
}

/** A proxy that answers in the server's place sends no problem. */
function codeOf(text: string): string {
  try {
    return ` ${problem.parse(JSON.parse(text)).code}`;
  } catch {
    return '';
  }
}
