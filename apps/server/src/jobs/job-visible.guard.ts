import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { id } from '@rollcall/contracts';
import type { Request } from 'express';
import { parseAs } from '../platform/http/validation.js';
import { JobOversight } from './job-oversight.service.js';

/** A stream that has begun cannot answer 400 or 404 any more, so this is asked before it begins. */
@Injectable()
export class JobVisible implements CanActivate {
  constructor(private readonly oversight: JobOversight) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { principal, params } = context.switchToHttp().getRequest<Request>();
    await this.oversight.show(principal!, parseAs(id, params['id'], 'id'));
    return true;
  }
}
