import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { HealthController } from './health.controller.js';
import { Metrics } from './metrics.js';
import { Readiness } from './readiness.js';

@Global()
@Module({
  controllers: [HealthController],
  providers: [Readiness, Metrics],
  exports: [Readiness, Metrics],
})
export class HealthModule implements OnModuleInit {
  constructor(
    private readonly readiness: Readiness,
    private readonly source: DataSource,
  ) {}

  onModuleInit(): void {
    this.readiness.register({
      name: 'database',
      check: async () => void (await this.source.query('SELECT 1')),
    });
  }
}
