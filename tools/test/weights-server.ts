import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server behaves. */
export interface Manner {
  /** False gives whole files only. */
  ranges?: boolean;
  /** Breaks every connection off after so many bytes. */
  breaksAfter?: number;
  /** Breaks off for good once it has given so many. */
  diesAfter?: number;
  /** Answers this and nothing else. */
  status?: number;
  /** Answers 401 to whoever sends another Authorization. */
  authorization?: string;
}

/** A real HTTP server on this machine that serves a file by its path, and others beside it. */
export class WeightsServer {
  manner: Manner = {};
  /** Of the file that it gives; another one changes its ETag. */
  file: Uint8Array;
  /** By their paths. */
  readonly others = new Map<string, Uint8Array>();
  given = 0;
  requests = 0;

  private constructor(
    private readonly server: Server,
    private readonly path: string,
    file: Uint8Array,
  ) {
    this.file = file;
  }

  static async start(path: string, file: Uint8Array): Promise<WeightsServer> {
    const server = createServer();
    const started = new WeightsServer(server, path, file);
    server.on('request', (request, response) => started.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return started;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => void this.server.close(() => resolve()));
  }

  private refusal({ headers }: IncomingMessage): number | undefined {
    const { status, authorization = headers.authorization } = this.manner;
    return status ?? (headers.authorization === authorization ? undefined : 401);
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const { ranges = true, breaksAfter = Infinity, diesAfter = Infinity } = this.manner;
    this.requests += 1;
    const refused = this.refusal(request);
    if (refused) return void response.writeHead(refused).end();
    const file = request.url === `/${this.path}` ? this.file : this.others.get(request.url?.slice(1) ?? '');
    if (!file) return void response.writeHead(404).end();
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
    const asked = ranges && request.headers.range !== undefined;
    const [start, end] = asked
      ? [Number(from), Math.min(Number(to || Infinity) + 1, file.length)]
      : [0, file.length];
    const body = file.subarray(start, end);
    response.writeHead(asked ? 206 : 200, {
      ETag: `"${file.length}-${file.at(-1)}"`,
      'Content-Length': body.length,
      ...(asked && { 'Content-Range': `bytes ${start}-${end - 1}/${file.length}` }),
    });
    const shown = body.subarray(0, Math.max(0, Math.min(breaksAfter, diesAfter - this.given)));
    this.given += shown.length;
    const breakOff = () => setTimeout(() => response.destroy(), 20);
    if (shown.length === body.length) return void response.end(shown);
    response.flushHeaders();
    if (shown.length === 0) breakOff();
    else response.write(shown, breakOff);
  }
}
