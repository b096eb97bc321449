import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config/config.js';

interface LoggedRequest {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/** Requests as method, path and status. Bodies, query strings, headers and addresses name people: never logged. */
export const requestLog = (config: Config) =>
  LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      autoLogging: { ignore: (request) => Boolean(request.url?.startsWith('/api/v1/health')) },
      serializers: {
        req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: url.split('?')[0] }),
        res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      },
    },
  });
