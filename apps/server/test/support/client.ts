import { problem, type Problem } from '@rollcall/contracts';

export type Body = RequestInit['body'];

/** Speaks HTTP to the app under test. Every call states the status it expects. */
export class Client {
  constructor(
    private readonly url: string,
    readonly headers: Record<string, string>,
  ) {}

  get<T>(path: string, status = 200): Promise<T> {
    return this.json<T>('GET', path, undefined, status);
  }

  post<T>(path: string, body: unknown, status: number): Promise<T> {
    return this.json<T>('POST', path, body, status);
  }

  put<T>(path: string, body: unknown, status = 200): Promise<T> {
    return this.json<T>('PUT', path, body, status);
  }

  patch<T>(path: string, body: unknown, status = 200): Promise<T> {
    return this.json<T>('PATCH', path, body, status);
  }

  delete<T>(path: string, status: number): Promise<T> {
    return this.json<T>('DELETE', path, undefined, status);
  }

  /** Multipart with one file per entry. */
  upload<T>(path: string, files: [field: string, bytes: Buffer][], status: number, fields = {}): Promise<T> {
    const form = new FormData();
    for (const [field, bytes] of files) form.append(field, new Blob([new Uint8Array(bytes)]), `${field}.jpg`);
    for (const [field, value] of Object.entries(fields)) form.append(field, String(value));
    return this.expect<T>(this.raw('POST', path, form), status);
  }

  /** The plain bytes of one picture, as a kiosk sends them. */
  frame<T>(bytes: Buffer, status: number, headers: Record<string, string> = {}): Promise<T> {
    const sent = this.raw('POST', '/check-ins', new Uint8Array(bytes), {
      'Content-Type': 'image/jpeg',
      ...headers,
    });
    return this.expect<T>(sent, status);
  }

  /** A refusal: checks that it is problem+json with this status and code. */
  async refused(call: Promise<unknown>, code: string): Promise<Problem> {
    const body = problem.parse(await call);
    expect(body.code).toBe(code);
    return body;
  }

  /** As it came: status, headers, and the body as text. */
  async answer(method: string, path: string, body?: Body, headers: Record<string, string> = {}) {
    const response = await this.raw(method, path, body, headers);
    return { status: response.status, headers: response.headers, text: await response.text() };
  }

  /** A picture, with its media type. */
  async picture(path: string): Promise<{ bytes: Buffer; type: string | null; cached: string | null }> {
    const response = await this.raw('GET', path);
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}: ${bytes.toString()}`);
    const { headers } = response;
    return { bytes, type: headers.get('content-type'), cached: headers.get('cache-control') };
  }

  raw(
    method: string,
    path: string,
    body?: Body,
    headers: Record<string, string> = {},
    signal?: AbortSignal,
  ): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      ...(signal && { signal }),
      headers: { ...this.headers, ...headers },
      ...(body !== undefined && { body }),
    });
  }

  private json<T>(method: string, path: string, body: unknown, status: number): Promise<T> {
    const sent =
      body === undefined
        ? this.raw(method, path)
        : this.raw(method, path, JSON.stringify(body), { 'Content-Type': 'application/json' });
    return this.expect<T>(sent, status);
  }

  private async expect<T>(sent: Promise<Response>, status: number): Promise<T> {
    const response = await sent;
    const text = await response.text();
    if (response.status !== status) {
      throw new Error(`${response.url} answered ${response.status} instead of ${status}: ${text}`);
    }
    if (status >= 400) expect(response.headers.get('content-type')).toContain('application/problem+json');
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
