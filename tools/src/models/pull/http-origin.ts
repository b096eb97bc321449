import { splitAddress } from './address.js';
import { Broken, NotThere, PullError } from './pull-error.js';
import type { Answer, Origin } from './origin.js';

/** A connection that is silent for so long is broken. */
const SILENCE_MS = 30_000;

/** A file on a server. */
export class HttpOrigin implements Origin {
  readonly address: string;
  private readonly authorization: string | null;

  /** @param address may name a user and a password */
  constructor(
    address: string,
    private readonly silenceMs = SILENCE_MS,
  ) {
    ({ address: this.address, authorization: this.authorization } = splitAddress(address));
  }

  async read(from: number, to: number): Promise<Answer> {
    const silence = new Silence(this.silenceMs);
    // Compressed bytes would lie elsewhere.
    const headers: Record<string, string> = { 'Accept-Encoding': 'identity' };
    if (this.authorization) headers['Authorization'] = this.authorization;
    if (from > 0 || to < Infinity) headers['Range'] = `bytes=${from}-${to < Infinity ? to - 1 : ''}`;
    const response = await fetch(this.address, { headers, signal: silence.signal }).catch((error: Error) => {
      silence.end();
      throw new Broken(reason(error));
    });
    try {
      this.refuse(response.status);
    } catch (error) {
      silence.end();
      await response.body?.cancel();
      throw error;
    }
    const partial = response.status === 206;
    const place = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(response.headers.get('content-range') ?? '');
    const whole = response.headers.get('content-length');
    const size = partial ? place?.[2] : whole;
    return {
      from: partial ? Number(place?.[1] ?? NaN) : 0,
      partial,
      size: size && size !== '*' ? Number(size) : null,
      tag: response.headers.get('etag'),
      body: silence.guard(response.body ?? new ReadableStream()),
    };
  }

  private refuse(status: number): void {
    if (status === 200 || status === 206) return;
    const answered = `${this.address} answers ${status}`;
    if (status === 404 || status === 410) throw new NotThere(`${answered}: there is no such file.`);
    if (status === 429 || status >= 500)
      throw new Broken(`${answered}, it has too much to do or is being repaired`);
    throw new PullError(
      `${answered}: it does not give the file to you. Set MODEL_MIRROR to an address or a folder that does.`,
    );
  }
}

/** Ends a connection on which nothing comes any more. */
class Silence {
  private readonly ending = new AbortController();
  private timer: NodeJS.Timeout;
  readonly signal = this.ending.signal;

  constructor(private readonly milliseconds: number) {
    this.timer = this.start();
  }

  end(): void {
    clearTimeout(this.timer);
  }

  async *guard(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    try {
      for await (const chunk of body) {
        this.end();
        yield chunk;
        this.timer = this.start();
      }
    } catch (error) {
      throw new Broken(reason(error as Error));
    } finally {
      this.end();
      this.ending.abort();
    }
  }

  private start(): NodeJS.Timeout {
    return setTimeout(() => this.ending.abort(new Error('nothing came any more')), this.milliseconds);
  }
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known here',
  EAI_AGAIN: 'its name is not known here',
  ECONNREFUSED: 'nobody answers there',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to it',
  ECONNRESET: 'the connection broke',
  UND_ERR_SOCKET: 'the connection broke',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
};

/** Why a request failed, as far as one can say. */
function reason(error: Error): string {
  const cause = (error.cause ?? error) as NodeJS.ErrnoException;
  return WORDS[cause.code ?? ''] ?? cause.message;
}
