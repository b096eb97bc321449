import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { NestExpressApplication } from '@nestjs/platform-express';
import express, { type NextFunction, type Request, type Response } from 'express';
import { problemOf } from './problem.js';

const PAGES = join(dirname(fileURLToPath(import.meta.url)), '../../../../admin-web/dist');
const YEAR = 31_536_000;
const NO_PAGES = /^\/(api|assets)(\/|$)/;

/**
 * Serves dashboard and kiosk: built files as they are, every other path that is not the API as the one page. What is
 * neither is refused here, as a problem like all others.
 */
export function serveWebPages(app: NestExpressApplication, folder = PAGES): void {
  const page = join(folder, 'index.html');
  const built = existsSync(page);
  const files = { immutable: true, maxAge: YEAR * 1000 };
  if (built) app.use('/assets', express.static(join(folder, 'assets'), files));
  if (built) app.use(express.static(folder, { index: false, maxAge: 0 }));
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (request.path.startsWith('/api/v1')) return next();
    const wantsPage = request.method === 'GET' && !NO_PAGES.test(request.path) && request.accepts('html');
    if (!built || !wantsPage) return refuse(response);
    response.setHeader('Cache-Control', 'no-cache');
    response.sendFile(page);
  });
}

function refuse(response: Response): void {
  const problem = problemOf(404, 'NOT_FOUND', 'There is nothing here. The API lies under /api/v1.');
  response.status(404).type('application/problem+json').send(JSON.stringify(problem));
}
