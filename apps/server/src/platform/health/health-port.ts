import { createServer, type Server, type ServerResponse } from 'node:http';
import type { INestApplicationContext } from '@nestjs/common';
import type { Config } from '../config/config.js';
import { StartupError } from '../config/startup-error.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

const JSON_TYPE = 'application/json; charset=utf-8';

/** Health and metrics of a process that has no API, on the paths of one that has. */
export class HealthPort {
  private constructor(private readonly server: Server) {}

  /** Null unless WORKER_PORT is set. @throws StartupError when the port cannot be listened on. */
  static async open(app: INestApplicationContext, config: Config): Promise<HealthPort | null> {
    const { workerPort, host } = config;
    if (workerPort === undefined) return null;
    const server = createServer((request, response) => {
      answer(app, request.url ?? '', response).catch(() => response.writeHead(500).end());
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', ({ message }) =>
        reject(new StartupError(`WORKER_PORT ${workerPort} cannot be listened on (${message}).`)),
      );
      server.listen(workerPort, host, resolve);
    });
    return new HealthPort(server);
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }
}

async function answer(app: INestApplicationContext, path: string, response: ServerResponse) {
  switch (path) {
    case '/api/v1/health/live':
      return say(response, 200, JSON_TYPE, JSON.stringify({ status: 'ok' }));
    case '/api/v1/health/ready': {
      const { ok, body } = await app.get(Readiness).report();
      return say(response, ok ? 200 : 503, JSON_TYPE, JSON.stringify(body));
    }
    case '/api/v1/metrics':
      return say(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await app.get(Metrics).text());
    default:
      return say(response, 404, 'text/plain', 'A worker answers health and metrics only.');
  }
}

function say(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'Content-Type': type }).end(body);
}
