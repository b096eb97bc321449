import { problem, type Problem } from '@rollcall/contracts';

/** A refusal of the server, as it describes it. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(`${problem.code}: ${problem.detail}`);
  }
}

/** Speaks the HTTP contract with the rights of one token or device key. */
export class RollcallClient {
  constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
  ) {}

  static withToken(url: string, token: string): RollcallClient {
    return new RollcallClient(url, { Authorization: `Bearer ${token}` });
  }

  static asKiosk(url: string, deviceKey: string): RollcallClient {
    return new RollcallClient(url, { 'X-Device-Key': deviceKey });
  }

  get<T>(path: string): Promise<T> {
    return this.send('GET', path);
  }

  json<T>(method: 'POST' | 'PUT' | 'PATCH', path: string, body: unknown): Promise<T> {
    return this.send(method, path, JSON.stringify(body), { 'Content-Type': 'application/json' });
  }

  picture<T>(path: string, field: string, bytes: Uint8Array): Promise<T> {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), `${field}.jpg`);
    return this.send('POST', path, form);
  }

  multipart<T>(path: string, form: FormData): Promise<T> {
    return this.send('POST', path, form);
  }

  /** One frame as a kiosk sends it: the plain bytes of a JPEG. */
  frame<T>(bytes: Uint8Array, headers: Record<string, string> = {}): Promise<T> {
    return this.send('POST', '/check-ins', new Uint8Array(bytes), {
      'Content-Type': 'image/jpeg',
      ...headers,
    });
  }

  /** @throws Refusal when the server answers a problem */
  private async send<T>(
    method: string,
    path: string,
    body?: RequestInit['body'],
    headers: Record<string, string> = {},
  ) {
    const response = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...this.headers, ...headers },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    if (!response.ok) throw new Refusal(problemIn(text, response.status));
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}

/** A proxy that answers in the server's place sends no problem. */
function problemIn(text: string, status: number): Problem {
  try {
    return problem.parse(JSON.parse(text));
  } catch {
    const code = status >= 500 ? 'UNAVAILABLE' : 'UNEXPECTED';
    return {
      type: 'about:blank',
      title: code,
      status,
      code,
      detail: `The server's proxy answered ${status}.`,
    };
  }
}
