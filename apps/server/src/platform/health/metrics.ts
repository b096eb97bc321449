import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

/** Prometheus counters of this process. No label ever names a person or a device. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  readonly checkIns = new Counter({
    name: 'rollcall_check_ins_total',
    help: 'Check-ins by decision',
    labelNames: ['decision'],
    registers: [this.registry],
  });
  readonly stageSeconds = new Histogram({
    name: 'rollcall_check_in_stage_seconds',
    help: 'Time of each stage of a check-in',
    labelNames: ['stage'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly jobs = new Counter({
    name: 'rollcall_jobs_total',
    help: 'Attempts at jobs by kind and outcome',
    labelNames: ['kind', 'outcome'],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** A number that is read when somebody asks for the metrics; NaN where it cannot be, so that the others are told. */
  gauge(name: string, help: string, read: () => Promise<number>): void {
    const collect = async () => gauge.set(await read().catch(() => NaN));
    const gauge: Gauge = new Gauge({ name, help, registers: [this.registry], collect });
  }

  text(): Promise<string> {
    return this.registry.metrics();
  }
}
