import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiCookieAuth, ApiResponse, ApiSecurity } from '@nestjs/swagger';
import { problem, type Role } from '@rollcall/contracts';

/** Who may use a route. A route that does not say is closed to everyone. */
export type Access =
  | { readonly to: 'anyone' }
  | { readonly to: 'devices' }
  | { readonly to: 'roles'; readonly roles: readonly Role[] };

export const ACCESS = 'rollcall:access';
const access = (value: Access) => SetMetadata(ACCESS, value);

/** Open to everyone, signed in or not. */
export const Public = () => access({ to: 'anyone' });

/** For kiosks that send their X-Device-Key. */
export const ForDevices = () =>
  applyDecorators(access({ to: 'devices' }), ApiSecurity('device'), refuses(401, 'DEVICE_KEY_INVALID'));

/** For signed-in people and API tokens with one of these roles. */
export const Allow = (...roles: Role[]) =>
  applyDecorators(
    access({ to: 'roles', roles }),
    ApiBearerAuth('bearer'),
    ApiCookieAuth('session'),
    refuses(401, 'UNAUTHENTICATED'),
    refuses(403, `FORBIDDEN: for ${roles.join(', ')}`),
  );

const refuses = (status: number, description: string) =>
  ApiResponse({ status, description, standardSchema: problem });
