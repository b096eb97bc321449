import { createParamDecorator, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DomainError } from '../platform/domain-error.js';
import { ACCESS, type Access } from '../platform/http/access.js';
import { DEVICE_TIME } from './device-clock.js';
import { Device } from './device.entity.js';
import { DevicesService } from './devices.service.js';

declare module 'express-serve-static-core' {
  interface Request {
    device?: Device;
  }
}

/** Lets a kiosk in by its X-Device-Key, on the routes that are for kiosks. */
@Injectable()
export class DeviceGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly devices: DevicesService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    if (access?.to !== 'devices') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const device = await this.devices.byKey(request.get('X-Device-Key') ?? '', request.get(DEVICE_TIME));
    if (!device) {
      const detail = 'The X-Device-Key header is missing or no longer valid. Pair this kiosk again.';
      throw new DomainError('unauthenticated', 'DEVICE_KEY_INVALID', detail);
    }
    request.device = device;
    return true;
  }
}

/** The kiosk that sent the request. */
export const Kiosk = createParamDecorator((_: unknown, context: ExecutionContext): Device => {
  const { device } = context.switchToHttp().getRequest<Request>();
  if (!device) throw new Error('This route asks for its kiosk but is not for kiosks.');
  return device;
});
