import type { Readiness } from '@rollcall/contracts';
import { aKiosk, anEnrolledPerson } from './support/builders.js';
import { Rollcall } from './support/rollcall.js';
import { aPhoto } from './support/scripted-face-engine.js';

describe('health', () => {
  let rollcall: Rollcall;
  beforeAll(async () => (rollcall = await Rollcall.start()));
  afterAll(() => rollcall.stop());

  it('live says so to anyone', async () => {
    expect(await rollcall.anyone().get('/health/live')).toEqual({ status: 'ok' });
  });

  it('ready when database, models and queue answer', async () => {
    expect(await rollcall.anyone().get('/health/ready')).toEqual({
      status: 'ok',
      checks: {
        database: { ok: true },
        gallery: { ok: true },
        model: { ok: true },
        models: { ok: true },
        queue: { ok: true },
      },
    });
  });

  it('is not ready, and says what does not answer, when the networks are broken', async () => {
    rollcall.engine.broken = true;
    const { status, text } = await rollcall.anyone().answer('GET', '/health/ready');
    rollcall.engine.broken = false;
    expect(status).toBe(503);
    expect(JSON.parse(text) as Readiness).toEqual({
      status: 'unavailable',
      checks: {
        gallery: { ok: true },
        model: { ok: true },
        database: { ok: true },
        models: { ok: false, detail: 'the networks do not answer' },
        queue: { ok: true },
      },
    });
    await rollcall.anyone().get('/health/live');
    await rollcall.anyone().get('/health/ready');
  });

  it('metrics count check-ins by decision and time their stages, naming nobody', async () => {
    const admin = await rollcall.admin();
    const person = await anEnrolledPerson(admin, 1, { name: 'Metric Person', email: 'metric@example.org' });
    const { kiosk, device } = await aKiosk(rollcall, { name: 'Metric Gate' });
    await kiosk.frame(aPhoto({ who: 1 }), 201);
    await kiosk.frame(aPhoto({ who: 1 }), 201);
    await kiosk.frame(aPhoto(), 201);
    const { text, headers, status } = await rollcall.anyone().answer('GET', '/metrics');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(text).toContain('rollcall_check_ins_total{decision="matched"} 1');
    expect(text).toContain('rollcall_check_ins_total{decision="duplicate"} 1');
    expect(text).toContain('rollcall_check_ins_total{decision="no_face"} 1');
    expect(text).toContain('rollcall_check_in_stage_seconds_count{stage="detect"} 3');
    expect(text).toContain('rollcall_jobs_waiting 0');
    expect(text).toContain('process_cpu_seconds_total');
    for (const secret of ['Metric', 'metric@', person.id, person.employeeNo, device.id, device.deviceKey]) {
      expect(text).not.toContain(secret);
    }
  });
});
