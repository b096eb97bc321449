import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { auditPage, auditQuery, auditVerification, type AuditQuery } from '@rollcall/contracts';
import { Allow } from '../platform/http/access.js';
import { Answers } from '../platform/http/answers.js';
import { AuditService } from './audit.service.js';

@ApiTags('audit')
@Controller('audit')
@Allow('admin', 'auditor')
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Answers(200, auditPage)
  list(@Query({ schema: auditQuery }) query: AuditQuery) {
    return this.audit.list(query);
  }

  @Get('verify')
  @Answers(200, auditVerification)
  verify() {
    return this.audit.verify();
  }
}
