import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { Logger } from 'nestjs-pino';
import { AppModule, type Foundations } from './app.module.js';
import { keepHeapSmall } from './platform/heap.js';
import { serveOpenApi } from './platform/http/openapi.js';
import { securityHeaders } from './platform/http/security-headers.js';
import { serveWebPages } from './platform/http/web-pages.js';

/** Longer than a proxy keeps an idle connection: it must never send a request on one that is just being closed. */
const KEEP_ALIVE_MS = 75_000;

/**
 * Buffered until the logger is there. Where the app cannot be made nothing of it is printed: what was thrown says why,
 * in one line where it can be helped.
 */
const QUIET = { bufferLogs: true, autoFlushLogs: false, abortOnError: false } as const;

/** The HTTP app on its foundations, not listening yet. Tests make it the same way. */
export async function createApp(foundations: Foundations): Promise<NestExpressApplication> {
  keepHeapSmall();
  const app = await NestFactory.create<NestExpressApplication>(AppModule.on(foundations), {
    ...QUIET,
    // The live feed keeps connections open; they must not keep the process from stopping.
    forceCloseConnections: true,
  });
  configure(app, foundations);
  app.flushLogs();
  return app;
}

/** The same app without HTTP, for jobs alone. */
export async function createWorker(foundations: Foundations): Promise<INestApplicationContext> {
  keepHeapSmall();
  const worker = await NestFactory.createApplicationContext(AppModule.forWorker(foundations), QUIET);
  worker.useLogger(worker.get(Logger));
  worker.flushLogs();
  return worker;
}

/** What surrounds the routes. */
export function configure(app: NestExpressApplication, { config }: Foundations): void {
  app.useLogger(app.get(Logger));
  app.getHttpServer().keepAliveTimeout = KEEP_ALIVE_MS;
  app.disable('x-powered-by');
  if (config.trustProxy) app.set('trust proxy', true);
  app.use(securityHeaders());
  app.use(cookieParser());
  // Else `null` would be refused as no JSON; what is no object the contract refuses in words that say so.
  app.useBodyParser('json', { strict: false });
  app.setGlobalPrefix('api/v1');
  serveOpenApi(app);
  serveWebPages(app);
}
