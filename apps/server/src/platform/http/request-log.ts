import { LoggerModule } from 'nestjs-pino';
import type { Config } from '../config/config.js';

interface LoggedRequest {
  readonly id: unknown;
  readonly method: string;
  readonly url: string;
}

/** Without the query; of an address that is a secret only what it opens. */
const pathOf = (url: string) => url.split('?')[0]!.replace(/(\/feeds\/shifts\/).*/, '$1…');

/** Requests as method, path and status. Bodies, query strings, headers and addresses name people: never logged. */
export const requestLog = (config: Config) =>
  LoggerModule.forRoot({
    pinoHttp: {
      level: config.logLevel,
      autoLogging: { ignore: (request) => Boolean(request.url?.startsWith('/api/v1/health')) },
      serializers: {
        req: ({ id, method, url }: LoggedRequest) => ({ id, method, path: pathOf(url) }),
        res: ({ statusCode }: { statusCode: number }) => ({ status: statusCode }),
      },
    },
  });
