import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Role } from '@rollcall/contracts';
import type { Request } from 'express';

/** Who sent a request, as the guards found out. */
export interface Principal {
  readonly kind: 'user' | 'token';
  readonly id: string;
  readonly role: Role;
  /** Of a user, in lower case; null of a script. */
  readonly email: string | null;
}

declare module 'express-serve-static-core' {
  interface Request {
    principal?: Principal;
  }
}

/** The signed-in sender; only routes that `Allow` roles have one. */
export const Sender = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const { principal } = context.switchToHttp().getRequest<Request>();
  if (!principal) throw new Error('This route asks for its sender but lets anyone in.');
  return principal;
});

/** How the audit log names a sender. */
export const actorOf = (principal: Principal) => `${principal.kind}:${principal.id}`;
