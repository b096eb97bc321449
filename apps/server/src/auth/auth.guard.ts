import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError } from '../platform/domain-error.js';
import { ACCESS, type Access } from '../platform/http/access.js';
import type { Principal } from '../platform/http/principal.js';
import { SessionsService } from './sessions.service.js';

export const SESSION_COOKIE = 'rollcall_session';
const READING = ['GET', 'HEAD', 'OPTIONS'];

/** Stands before every route. A route that does not say who may use it is closed. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!access) throw forbidden('Nobody may use this route.');
    if (access.to !== 'roles') return true; // Kiosks are checked by the guard in devices/.
    const request = context.switchToHttp().getRequest<Request>();
    const principal = await this.identify(request);
    if (!access.roles.includes(principal.role)) {
      throw forbidden(`This needs one of the roles ${access.roles.join(', ')}; yours is ${principal.role}.`);
    }
    request.principal = principal;
    return true;
  }

  private async identify(request: Request): Promise<Principal> {
    const token = tokenOf(request);
    const principal = token ? await this.sessions.principalOf(token) : null;
    if (!principal) {
      throw new DomainError(
        'unauthenticated',
        'UNAUTHENTICATED',
        'Sign in, or send a token that is still valid.',
      );
    }
    return principal;
  }
}

const forbidden = (detail: string) => new DomainError('forbidden', 'FORBIDDEN', detail);

/** The bearer token, or the session cookie where the request comes from our own pages. */
export function tokenOf(request: Request): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (bearer) return bearer;
  const cookie = (request.cookies as Record<string, string | undefined>)[SESSION_COOKIE];
  return cookie && isOwnPage(request) ? cookie : undefined;
}

/** Beside SameSite: a page elsewhere cannot make a signed-in browser change anything here. */
function isOwnPage(request: Request): boolean {
  const { origin, host } = request.headers;
  if (READING.includes(request.method) || !origin) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
